import type { z } from 'zod';
import type { answerErrorSchema } from '#surveys/questionnaire/kinds/schemas.ts';
import type { AnswerValue } from '#surveys/response/answers.ts';

/** Why what came from a form is not an answer; the words belong to the app, in the resident's language. */
export type AnswerError = Readonly<z.infer<typeof answerErrorSchema>>;

/** A field as it was understood: an answer, no answer (undefined), or what is wrong with it. */
export type AnswerCheck =
  | { readonly ok: true; readonly answer: AnswerValue | undefined }
  | { readonly ok: false; readonly error: AnswerError };

/** A field that holds an answer. */
export function valid(answer: AnswerValue): AnswerCheck {
  return { ok: true, answer };
}

/** A field that holds something that cannot be an answer. */
export function invalid(error: AnswerError): AnswerCheck {
  return { ok: false, error };
}

/** A field left blank: an error where an answer is required, otherwise no answer. */
export function blank(question: { readonly required: boolean }): AnswerCheck {
  return question.required ? invalid({ code: 'required' }) : { ok: true, answer: undefined };
}
