import { z } from 'zod';
import { fieldsOf } from '#app/components/form/form-fields.ts';
import { kioskFields } from '#app/features/kiosk/kiosk-fields.ts';
import { getForm } from '#app/web/form.ts';
import { parseSubmissionKey } from '#surveys/response/submission-key.ts';

const codeSchema = z.object({ [kioskFields.round]: z.string(), [kioskFields.code]: z.string() });

const answerSchema = codeSchema.extend({
  [kioskFields.key]: z.string().transform(parseSubmissionKey),
  [kioskFields.language]: z.string(),
});

/** The code that a tablet asks about, as typed, and the round that it shows. */
export function readKioskCode(fields: URLSearchParams) {
  const { _round: roundId, _code: code } = getForm(codeSchema, fields);
  return { roundId, code };
}

/** A finished answer as a tablet sends it, with the fields of its questions as typed. */
export function readKioskAnswer(fields: URLSearchParams) {
  const {
    _round: roundId,
    _key: submissionKey,
    _code: code,
    _lang: language,
  } = getForm(answerSchema, fields);
  return { roundId, submissionKey, code, language, typed: fieldsOf(fields) };
}
