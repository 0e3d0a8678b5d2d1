import type { Question } from '#surveys/questionnaire/definition.ts';
import type { AnswerCheck } from '#surveys/questionnaire/questions/answer-error.ts';
import { longTextRules } from '#surveys/questionnaire/questions/long-text.ts';
import { multipleRules } from '#surveys/questionnaire/questions/multiple.ts';
import { numberRules } from '#surveys/questionnaire/questions/number.ts';
import type { QuestionRules, TabulatedAnswer } from '#surveys/questionnaire/questions/question-rules.ts';
import { scaleRules } from '#surveys/questionnaire/questions/scale.ts';
import { shortTextRules } from '#surveys/questionnaire/questions/short-text.ts';
import { singleRules } from '#surveys/questionnaire/questions/single.ts';
import type { AnswerValue } from '#surveys/response/answers.ts';

/** Applies something to a question together with the rules of its kind: the one place that knows all kinds. */
function withRules<T>(
  question: Question,
  use: <Q extends Question>(rules: QuestionRules<Q>, question: Q) => T,
): T {
  switch (question.kind) {
    case 'single':
      return use(singleRules, question);
    case 'multiple':
      return use(multipleRules, question);
    case 'scale':
      return use(scaleRules, question);
    case 'number':
      return use(numberRules, question);
    case 'short_text':
      return use(shortTextRules, question);
    case 'long_text':
      return use(longTextRules, question);
  }
}

/**
 * Reads the values of a question's form field as an answer.
 *
 * Blank values count as none: an error `required`, or no answer. A code that is not among the options is
 * `unknown_option`, never silently dropped.
 */
export function validateAnswer(question: Question, raw: readonly string[]): AnswerCheck {
  return withRules(question, (rules, q) => rules.validate(q, raw));
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
  return withRules(question, (rules, q) => rules.tabulate(q, answer, isAsked));
}

/** Every code an answer to the question may hold, 「答えたくない」 included; empty for an open question. */
export function listAnswerCodes(question: Question): readonly string[] {
  return withRules(question, (rules, q) => rules.listAnswerCodes(q));
}
