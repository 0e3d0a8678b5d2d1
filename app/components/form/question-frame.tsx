import type { ReactNode } from 'react';
import { FieldError } from '#app/components/form/field-error.tsx';
import { RequirementBadge } from '#app/components/form/requirement-badge.tsx';
import { Furigana } from '#app/components/ui/furigana.tsx';
import type { FormWords } from '#app/i18n/ja/form.ts';
import type { Question } from '#surveys/questionnaire/definition.ts';
import type { AnswerValue } from '#surveys/response/answers.ts';
import { type Locale, localize } from '#surveys/text.ts';

/** One question as a form field named by its id; an error summary links to it as `#q-<id>`. */
export interface QuestionFieldProps<Q extends Question = Question> {
  readonly question: Q;
  readonly locale: Locale;
  /** An answer, or what was typed and refused, as it came from the form. */
  readonly value: AnswerValue | undefined;
  readonly error: string | undefined;
  /** The running number shown before the question (問1). */
  readonly number: number;
  readonly words: FormWords;
}

/** The values of a field: none, one, or several. */
export const valuesOf = ({ value }: Pick<QuestionFieldProps, 'value'>): readonly string[] =>
  value === undefined ? [] : [value].flat();

type FrameProps = QuestionFieldProps & {
  /** What an answer may be, in a few words; where there is something to say. */
  readonly hint?: string | undefined;
  readonly children: ReactNode;
};

/** Several inputs that make one answer, under one legend; one of them is chosen, or all belong together. */
export function GroupFrame({ role, ...props }: FrameProps & { readonly role: 'radiogroup' | 'group' }) {
  const { question, error } = props;
  return (
    <fieldset
      id={`q-${question.id}`}
      className={frameClass(error)}
      tabIndex={-1}
      aria-describedby={describedBy(props)}
      {...(role === 'radiogroup' && { role, 'aria-required': question.required })}
      {...(role === 'radiogroup' && error !== undefined && { 'aria-invalid': true })}
    >
      <legend className="question-title">
        <QuestionTitle {...props} />
      </legend>
      <QuestionHelp {...props} />
      {props.children}
      <FieldError id={`q-${question.id}-error`} message={error} words={props.words} />
    </fieldset>
  );
}

/** One input under its label; give it the attributes of `lineAttributes`. */
export function LineFrame(props: FrameProps) {
  const { question, error } = props;
  return (
    <div className={frameClass(error)}>
      <label className="question-title" htmlFor={`q-${question.id}`}>
        <QuestionTitle {...props} />
      </label>
      <QuestionHelp {...props} />
      {props.children}
      <FieldError id={`q-${question.id}-error`} message={error} words={props.words} />
    </div>
  );
}

/**
 * The attributes of the input of a typed answer. It has neither `maxlength` nor `required`: a pasted text is never
 * cut in silence, and the server's message comes in the page's language.
 */
export function lineAttributes(props: QuestionFieldProps & { readonly hint?: string | undefined }) {
  const { question, error } = props;
  return {
    id: `q-${question.id}`,
    name: question.id,
    defaultValue: valuesOf(props)[0] ?? '',
    'aria-describedby': describedBy(props),
    'aria-invalid': error !== undefined || undefined,
    'aria-required': question.required || undefined,
  };
}

function QuestionTitle({ question, locale, number, words }: QuestionFieldProps) {
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

function QuestionHelp({ question, locale, hint }: Omit<FrameProps, 'children'>) {
  if (!question.help && hint === undefined) return null;
  return (
    <p id={`q-${question.id}-help`} className="help">
      {question.help && <Furigana text={localize(question.help, locale)} />}{' '}
      {hint !== undefined && <Furigana text={hint} />}
    </p>
  );
}

const frameClass = (error: string | undefined) => (error === undefined ? 'question' : 'question has-error');

function describedBy({ question, error, hint }: Omit<FrameProps, 'children'>): string | undefined {
  const ids = [
    (question.help || hint !== undefined) && `q-${question.id}-help`,
    error !== undefined && `q-${question.id}-error`,
  ];
  return ids.filter((id) => id !== false && id !== undefined && id !== '').join(' ') || undefined;
}
