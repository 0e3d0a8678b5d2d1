import type { Measurement, Question } from '#surveys/questionnaire/definition.ts';
import type { AnswerCheck } from '#surveys/questionnaire/kinds/answer-check.ts';
import type { QuestionnaireProblem } from '#surveys/questionnaire/problem.ts';
import type { Option, ProfileDimension } from '#surveys/questionnaire/question-base.ts';
import type { AnsweredOn } from '#surveys/response/answered-on.ts';
import type { AnswerValue } from '#surveys/response/answers.ts';
import type { Locale, LocalizedText } from '#surveys/text.ts';

/** What one answer counts as. */
export interface TabulatedAnswer {
  /** An answer code, a number as text, `answered` (multiple choice, text), or a missing value. */
  readonly value: string;
  /** Of a multiple choice, for each option that is not 「答えたくない」: `1`, `0` or a missing value. */
  readonly options: readonly { readonly code: string; readonly value: string }[];
}

/** An answer as a paper form offers it: the number in its box, which keying types, and what it stands for. */
export interface NumberedOption {
  readonly number: number;
  readonly code: string;
  /** In Japanese, as printed; the score itself on a scale. */
  readonly label: string;
}

/** Words of an answer that no definition holds, in the reader's language. */
export interface AnswerWords {
  readonly locale: Locale;
  readonly notApplicable: string;
}

/** A question whose answers break a round down, and its categories, 「答えたくない」 among them. */
export interface ProfileQuestion {
  readonly dimension: ProfileDimension;
  readonly options: readonly Option[];
}

/** All that differs between the kinds of question, but for their schemas and fields. */
export interface QuestionRules<Q extends Question> {
  /** Whether an answer is words of one's own: kept apart from the rest, and counted only as `answered`. */
  readonly isFreeText: boolean;
  /** Whether several of the options may be chosen together. */
  readonly takesSeveral: boolean;
  /** Whether a cell that a spreadsheet holds as a date is an answer. */
  readonly takesDates: boolean;
  /** The measurements that a question of this kind can carry. */
  readonly measurable: readonly Measurement['kind'][];
  /** What is wrong with a definition by itself: its options, its limits. */
  check(question: Q, path: string): readonly QuestionnaireProblem[];
  /** The texts a respondent reads, beside the question and its help. */
  listTexts(question: Q): readonly LocalizedText[];
  /** Reads the values of the question's form field; blank values count as none. */
  validate(question: Q, raw: readonly string[], answeredOn: AnsweredOn): AnswerCheck;
  /** Counts a valid answer; a question that was not asked is `not_asked` whatever the answer. */
  tabulate(question: Q, answer: AnswerValue | undefined, isAsked: boolean): TabulatedAnswer;
  /** A valid answer as a respondent reads it back. */
  format(question: Q, answer: AnswerValue, words: AnswerWords): string;
  /** Every code an answer may hold, for conditions and measurements; empty for an open question. */
  listAnswerCodes(question: Q): readonly string[];
  /** What it breaks a round down by; undefined for no profile question. */
  profile(question: Q): ProfileQuestion | undefined;
  /** The answers as a paper form numbers them; empty for an open question. */
  listNumberedOptions(question: Q): readonly NumberedOption[];
  /** What to type at keying, in a few words on one line each: options by their numbers, or how an open answer is written. */
  listKeyingHints(question: Q): readonly string[];
  /** What has to be the same in two rounds for their answers to be compared, as plain data. */
  comparable(question: Q): unknown;
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

/** An answer that is one text. */
export const oneText = (answer: AnswerValue): string => [answer].flat().join('');

/** The rules of a question that is answered in no given words: nothing to choose from, nothing to break down by. */
export const openQuestion = {
  takesSeveral: false,
  listAnswerCodes: () => [],
  profile: () => undefined,
  listNumberedOptions: () => [],
} as const;

/** The hints of a choice: every option with its number. */
export const listNumbersAndLabels = (options: readonly NumberedOption[]): readonly string[] =>
  options.map(({ number, label }) => `${number} ${label}`);
