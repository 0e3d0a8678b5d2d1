import type { Question } from '#surveys/questionnaire/definition.ts';
import type { AnswerCheck } from '#surveys/questionnaire/questions/answer-error.ts';
import type { AnswerValue } from '#surveys/response/answers.ts';

/** What one answer counts as. */
export interface TabulatedAnswer {
  /** An answer code, a number as text, `answered` (multiple choice, text), or a missing value. */
  readonly value: string;
  /** Of a multiple choice, for each option that is not 「答えたくない」: `1`, `0` or a missing value. */
  readonly options: readonly { readonly code: string; readonly value: string }[];
}

/** Everything that differs between the kinds of question. */
export interface QuestionRules<Q extends Question> {
  /** Reads the values of the question's form field; blank values count as none. */
  validate(question: Q, raw: readonly string[]): AnswerCheck;
  /** Counts a valid answer; a question that was not asked is `not_asked` whatever the answer. */
  tabulate(question: Q, answer: AnswerValue | undefined, isAsked: boolean): TabulatedAnswer;
  /** Every code an answer may hold, for conditions and measurements; empty for an open question. */
  listAnswerCodes(question: Q): readonly string[];
}

/** The value of a question whose answers are read as they are (or as `readAnswer` says). */
export function tabulateOne(
  answer: AnswerValue | undefined,
  isAsked: boolean,
  readAnswer: (text: string) => string = (text) => text,
): TabulatedAnswer {
  if (!isAsked) return { value: 'not_asked', options: [] };
  if (answer === undefined) return { value: 'no_answer', options: [] };
  if (typeof answer !== 'string') throw new TypeError('one answer expected, got a list');
  return { value: readAnswer(answer), options: [] };
}
