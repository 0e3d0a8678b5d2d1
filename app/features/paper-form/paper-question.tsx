import { fieldsOfKind } from '#app/components/form/kinds/index.ts';
import type { Question } from '#surveys/questionnaire/definition.ts';

interface PaperQuestionProps {
  readonly number: number;
  readonly question: Question;
  readonly screening: string | undefined;
}

/** One question with the numbers that are circled here and typed at keying. */
export function PaperQuestion({ number, question, screening }: PaperQuestionProps) {
  const { Paper, paperNote } = fieldsOfKind(question);
  return (
    <div className="paper-question">
      <h3>
        <span className="paper-number">問{number}</span>
        <span>
          {question.text.ja}
          {paperNote?.(question)}
        </span>
      </h3>
      {screening !== undefined && <Screening words={screening} />}
      {question.help && <p>{question.help.ja}</p>}
      <Paper question={question} />
    </div>
  );
}

/** Whom the questions below are for, standing out: the pen does not skip by itself. */
export function Screening({ words }: { readonly words: string }) {
  return <p className="paper-screening">【{words}、お答えください】</p>;
}
