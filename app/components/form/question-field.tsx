import type { ReactNode } from 'react';
import { ChoiceRows } from '#app/components/form/choice-rows.tsx';
import { FieldError } from '#app/components/form/field-error.tsx';
import { RequirementBadge } from '#app/components/form/requirement-badge.tsx';
import { ScaleRows } from '#app/components/form/scale-rows.tsx';
import { lengthHint, TextAnswer } from '#app/components/form/text-answer.tsx';
import { Furigana } from '#app/components/ui/furigana.tsx';
import { type FormWords, formWords } from '#app/i18n/ja/form.ts';
import type { Question } from '#surveys/questionnaire/definition.ts';
import type { AnswerValue } from '#surveys/response/answers.ts';
import { type Locale, localize } from '#surveys/text.ts';

interface QuestionFieldProps {
  readonly question: Question;
  readonly locale: Locale;
  readonly value: AnswerValue | undefined;
  readonly error: string | undefined;
  /** The running number shown before the question (問1). */
  readonly number: number;
  readonly words?: FormWords;
}

/** One question as a form field named by its id; an error summary links to it as `#q-<id>`. */
export function QuestionField(props: QuestionFieldProps) {
  const { question, locale, error, words = formWords } = props;
  const chosen = typeof props.value === 'string' ? [props.value] : (props.value ?? []);
  switch (question.kind) {
    case 'single':
    case 'multiple':
      return (
        <GroupFrame {...props} words={words} hint={question.kind === 'multiple' && hintOf(question, words)}>
          <ChoiceRows
            type={question.kind === 'single' ? 'radio' : 'checkbox'}
            name={question.id}
            choices={question.options.map(({ code, label }) => ({ code, label: localize(label, locale) }))}
            chosen={chosen}
          />
        </GroupFrame>
      );
    case 'scale':
      return (
        <GroupFrame {...props} words={words} hint={false}>
          <ScaleRows question={question} locale={locale} chosen={chosen} words={words} />
        </GroupFrame>
      );
    case 'number':
    case 'short_text':
    case 'long_text': {
      const text = chosen[0] ?? '';
      const ids = describingIds(question, error, true);
      return (
        <div className={frameClass(error)}>
          <label className="question-title" htmlFor={`q-${question.id}`}>
            <QuestionTitle {...props} words={words} />
          </label>
          <QuestionHelp {...props} hint={lengthHint(question, text, words)} />
          <TextAnswer
            question={question}
            locale={locale}
            value={text}
            isInvalid={error !== undefined}
            describedBy={ids}
          />
          <FieldError id={`q-${question.id}-error`} message={error} words={words} />
        </div>
      );
    }
  }
}

type FrameProps = QuestionFieldProps & { readonly words: FormWords };

function GroupFrame(props: FrameProps & { readonly hint: string | false; readonly children: ReactNode }) {
  const { question, error, hint, words } = props;
  const isOneOf = question.kind !== 'multiple';
  return (
    <fieldset
      id={`q-${question.id}`}
      className={frameClass(error)}
      tabIndex={-1}
      aria-describedby={describingIds(question, error, hint !== false)}
      {...(isOneOf && { role: 'radiogroup', 'aria-required': question.required })}
      {...(isOneOf && error !== undefined && { 'aria-invalid': true })}
    >
      <legend className="question-title">
        <QuestionTitle {...props} />
      </legend>
      <QuestionHelp {...props} hint={hint} />
      {props.children}
      <FieldError id={`q-${question.id}-error`} message={error} words={words} />
    </fieldset>
  );
}

function QuestionTitle({ question, locale, number, words }: FrameProps) {
  return (
    <>
      <span className="question-number">
        <Furigana text={words.questionNumber(number)} />
      </span>
      <Furigana text={localize(question.text, locale)} />
      <RequirementBadge isRequired={question.required} words={words} />
    </>
  );
}

function QuestionHelp({ question, locale, hint }: QuestionFieldProps & { readonly hint: string | false }) {
  if (!question.help && hint === false) return null;
  return (
    <p id={`q-${question.id}-help`} className="help">
      {question.help && <Furigana text={localize(question.help, locale)} />}{' '}
      {hint !== false && <Furigana text={hint} />}
    </p>
  );
}

const frameClass = (error: string | undefined) => (error === undefined ? 'question' : 'question has-error');

function hintOf(question: Extract<Question, { kind: 'multiple' }>, words: FormWords): string {
  return question.maxChoices === undefined ? words.chooseMany : words.chooseUpTo(question.maxChoices);
}

function describingIds(question: Question, error: string | undefined, hasHint: boolean): string | undefined {
  const ids = [
    (question.help || hasHint) && `q-${question.id}-help`,
    error !== undefined && `q-${question.id}-error`,
  ];
  return ids.filter((id) => id !== false && id !== undefined && id !== '').join(' ') || undefined;
}
