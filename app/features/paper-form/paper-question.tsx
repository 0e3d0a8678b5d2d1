import { listNumberedOptions } from '#surveys/paper/option-number.ts';
import type { Question, QuestionOfKind } from '#surveys/questionnaire/definition.ts';

interface PaperQuestionProps {
  readonly number: number;
  readonly question: Question;
  readonly screening: string | undefined;
}

/** One question with the numbers that are circled here and typed at keying. */
export function PaperQuestion({ number, question, screening }: PaperQuestionProps) {
  return (
    <div className="paper-question">
      <h3>
        <span className="paper-number">問{number}</span>
        <span>
          {question.text.ja}
          {hintOf(question)}
        </span>
      </h3>
      {screening !== undefined && <Screening words={screening} />}
      {question.help && <p>{question.help.ja}</p>}
      <Answer question={question} />
    </div>
  );
}

/** Whom the questions below are for, standing out: the pen does not skip by itself. */
export function Screening({ words }: { readonly words: string }) {
  return <p className="paper-screening">【{words}、お答えください】</p>;
}

function hintOf(question: Question): string {
  if (question.kind !== 'multiple') return '';
  return question.maxChoices === undefined ? '(○はいくつでも)' : `(○は${question.maxChoices}つまで)`;
}

function Answer({ question }: { readonly question: Question }) {
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return (
        <ul className="paper-options">
          {listNumberedOptions(question).map(({ number, code, label }) => (
            <li key={code}>
              <span className="paper-box">{number}</span>
              {label}
            </li>
          ))}
        </ul>
      );
    case 'scale':
      return <Scale question={question} />;
    case 'number':
      return (
        <p className="paper-line">
          <span className="paper-blank" />
          {question.unit?.ja}({question.min}~{question.max})
        </p>
      );
    case 'short_text':
      return <div className="paper-writing" />;
    case 'long_text':
      return <div className="paper-writing paper-writing-long" />;
  }
}

/** The points between the words of their ends, and 「該当なし」 clearly outside of them. */
function Scale({ question }: { readonly question: QuestionOfKind<'scale'> }) {
  const { max, minLabel, maxLabel } = question;
  const options = listNumberedOptions(question);
  const others = options.filter(({ number }) => number > max);
  return (
    <div className="paper-scale">
      <p className="paper-points">
        <span>{minLabel.ja}</span>
        {options
          .filter(({ number }) => number <= max)
          .map(({ number, code }) => (
            <span key={code} className="paper-box">
              {number}
            </span>
          ))}
        <span>{maxLabel.ja}</span>
      </p>
      {others.map(({ number, code, label }) => (
        <p key={code} className="paper-apart">
          <span className="paper-box">{number}</span>
          {label}
        </p>
      ))}
    </div>
  );
}
