import { z } from 'zod';
import { control } from '#app/features/answer/control-fields.ts';
import { switchedTo } from '#app/features/answer/language.ts';
import { maximumTypedCode } from '#app/fielding/codes/judge-code.ts';
import { getForm } from '#app/web/form.ts';
import { parseSubmissionKey } from '#surveys/response/submission-key.ts';

/** The first value of a field; undefined where the form had no such field, which an empty one is not. */
const fieldIfSent = z.array(z.string()).transform(([first]) => first);

/** Which button sent the form: on where none has a name. */
const goField = z.string().transform((go) => {
  const wantedLocale = switchedTo(go);
  if (wantedLocale !== undefined) return { direction: 'stay', wantedLocale } as const;
  return { direction: go === 'back' ? 'back' : 'next', wantedLocale } as const;
});

const goSchema = z.object({ [control.go]: goField });
const keySchema = z.object({ [control.submissionKey]: z.string().transform(parseSubmissionKey) });
const returnSchema = z.object({ [control.returnTo]: z.string() });
const codeSchema = z.object({
  [control.code]: fieldIfSent.transform((typed) => typed?.slice(0, maximumTypedCode)),
});

/** The language that was switched to on a form, if that is why it was sent. */
export const switchedLocale = (form: URLSearchParams): string | undefined =>
  getForm(goSchema, form)[control.go].wantedLocale;

/** Which way a form leads, and the language that was switched to on it. */
export const readDirection = (form: URLSearchParams) => getForm(goSchema, form)[control.go];

/** Whether a page was sent to change something that the review had shown. */
export const isFromReview = (form: URLSearchParams): boolean =>
  getForm(returnSchema, form)[control.returnTo] === 'review';

/** The code as typed; undefined where the form had no field for it. */
export const readTypedCode = (form: URLSearchParams): string | undefined =>
  getForm(codeSchema, form)[control.code];

/** The submission key; undefined where there is none, or what was sent could not be one. */
export const readSubmissionKey = (form: URLSearchParams): string | undefined =>
  getForm(keySchema, form)[control.submissionKey];
