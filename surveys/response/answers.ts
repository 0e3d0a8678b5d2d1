export type AnswerValue = string | readonly string[];

/**
 * The answers of one response by question id: an answer code or a text for single, scale, number and text
 * questions (numbers as their canonical decimal text), a list of codes for a multiple choice. A question
 * without an entry was either not asked or left blank: which of the two follows from the questionnaire.
 */
export type Answers = { readonly [questionId: string]: AnswerValue };

/**
 * The answer to a question, undefined where there is none; a question id that happens to be the name of an
 * object's own method (`constructor`) finds no answer either.
 */
export function answerTo(answers: Answers, questionId: string): AnswerValue | undefined {
  return Object.hasOwn(answers, questionId) ? answers[questionId] : undefined;
}

/** Where a response came from (回答経路). */
export const channels = ['web', 'paper', 'kiosk', 'import'] as const;
export type Channel = (typeof channels)[number];

/** The demographic answers by dimension; a value is an answer code or a missing value. */
export type Profile = { readonly [dimension: string]: string };

/** One accepted response (回答票), without anything that says who gave it. */
export interface SurveyResponse {
  readonly stratum: string;
  readonly profile: Profile;
  readonly channel: Channel;
  readonly answers: Answers;
}
