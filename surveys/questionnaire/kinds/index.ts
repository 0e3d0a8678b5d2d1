import type { Question, QuestionKind, QuestionOfKind } from '#surveys/questionnaire/definition.ts';
import type { AnswerCheck } from '#surveys/questionnaire/kinds/answer-check.ts';
import { dateRules } from '#surveys/questionnaire/kinds/date/rules.ts';
import { longTextRules } from '#surveys/questionnaire/kinds/long-text/rules.ts';
import { multipleRules } from '#surveys/questionnaire/kinds/multiple/rules.ts';
import { numberRules } from '#surveys/questionnaire/kinds/number/rules.ts';
import type {
  AnswerWords,
  NumberedOption,
  ProfileQuestion,
  QuestionRules,
  TabulatedAnswer,
} from '#surveys/questionnaire/kinds/question-rules.ts';
import { scaleRules } from '#surveys/questionnaire/kinds/scale/rules.ts';
import { shortTextRules } from '#surveys/questionnaire/kinds/short-text/rules.ts';
import { singleRules } from '#surveys/questionnaire/kinds/single/rules.ts';
import type { AnsweredOn } from '#surveys/response/answered-on.ts';
import type { AnswerValue } from '#surveys/response/answers.ts';

/** The registry of the kinds by what they do. */
const rules: { readonly [K in QuestionKind]: QuestionRules<QuestionOfKind<K>> } = {
  single: singleRules,
  multiple: multipleRules,
  scale: scaleRules,
  number: numberRules,
  date: dateRules,
  short_text: shortTextRules,
  long_text: longTextRules,
};

/** The rules of a kind: what is the same for every question of it (`isFreeText`), and what is asked with one. */
export const rulesOf = <K extends QuestionKind>({
  kind,
}: {
  readonly kind: K;
}): QuestionRules<QuestionOfKind<K>> => rules[kind];

/**
 * Reads the values of a question's form field as an answer.
 *
 * Blank values count as none: an error `required`, or no answer. A code that is not among the options is
 * `unknown_option`, never silently dropped.
 */
export function validateAnswer(
  question: Question,
  raw: readonly string[],
  answeredOn: AnsweredOn,
): AnswerCheck {
  return rulesOf(question).validate(question, raw, answeredOn);
}

/**
 * What a valid answer counts as: `not_asked` when the question was not shown, `no_answer` when it was left
 * blank, `refused` for 「答えたくない」, otherwise its value.
 * @throws TypeError when one answer is expected and a list is given.
 */
export function tabulateAnswer(
  question: Question,
  answer: AnswerValue | undefined,
  isAsked: boolean,
): TabulatedAnswer {
  return rulesOf(question).tabulate(question, answer, isAsked);
}

/** An answer as a respondent reads it back; undefined where the question was left blank. */
export function formatAnswer(
  question: Question,
  answer: AnswerValue | undefined,
  words: AnswerWords,
): string | undefined {
  return answer === undefined ? undefined : rulesOf(question).format(question, answer, words);
}

/** Every code an answer to the question may hold, 「答えたくない」 included; empty for an open question. */
export function listAnswerCodes(question: Question): readonly string[] {
  return rulesOf(question).listAnswerCodes(question);
}

/** What a question breaks a round down by; undefined for all but profile questions. */
export function profileOfQuestion(question: Question): ProfileQuestion | undefined {
  return rulesOf(question).profile(question);
}

/**
 * The numbered answers of a question as printed: choices are numbered from 1 in their order; on a scale the
 * number is the score, and 「該当なし」 has the number after the highest score. Empty for open questions.
 */
export function listNumberedOptions(question: Question): readonly NumberedOption[] {
  return rulesOf(question).listNumberedOptions(question);
}

/**
 * What to type at keying, in a few words on one line each; empty where nothing has to be said.
 * @example listKeyingHints(scale) // ['1 そう思わない … 5 そう思う', '6 該当なし']
 */
export function listKeyingHints(question: Question): readonly string[] {
  return rulesOf(question).listKeyingHints(question);
}
