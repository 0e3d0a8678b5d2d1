import type { AnswerValue } from '#surveys/response/answers.ts';

/** Why what came from a form is not an answer; the words belong to the app, in the resident's language. */
export type AnswerError =
  | { readonly code: 'required' }
  | { readonly code: 'more_than_one' }
  | { readonly code: 'unknown_option' }
  | { readonly code: 'too_many_choices'; readonly max: number }
  /** An option that stands alone (`option` is its code) was chosen together with another. */
  | { readonly code: 'exclusive_combined'; readonly option: string }
  | { readonly code: 'not_a_number' }
  | { readonly code: 'not_an_integer' }
  | { readonly code: 'below_minimum'; readonly min: number }
  | { readonly code: 'above_maximum'; readonly max: number }
  | { readonly code: 'too_long'; readonly max: number; readonly length: number }
  /** Control characters or broken Unicode. */
  | { readonly code: 'not_text' };

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
