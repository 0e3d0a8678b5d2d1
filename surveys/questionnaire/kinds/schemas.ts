import { z } from 'zod';
import { dateErrors, dateSchema } from '#surveys/questionnaire/kinds/date/schema.ts';
import { longTextSchema } from '#surveys/questionnaire/kinds/long-text/schema.ts';
import { multipleErrors, multipleSchema } from '#surveys/questionnaire/kinds/multiple/schema.ts';
import { numberErrors, numberSchema } from '#surveys/questionnaire/kinds/number/schema.ts';
import { scaleSchema } from '#surveys/questionnaire/kinds/scale/schema.ts';
import { shortTextSchema } from '#surveys/questionnaire/kinds/short-text/schema.ts';
import { singleSchema } from '#surveys/questionnaire/kinds/single/schema.ts';

/** A question as a questionnaire defines it: the registry of the kinds by what they are made of. */
export const questionSchema = z.discriminatedUnion('kind', [
  singleSchema,
  multipleSchema,
  scaleSchema,
  numberSchema,
  dateSchema,
  shortTextSchema,
  longTextSchema,
]);

/** Errors that several kinds have in common. */
const commonErrors = [
  z.strictObject({
    code: z.enum([
      'required',
      'more_than_one',
      'unknown_option',
      /** Control characters or broken Unicode. */
      'not_text',
    ]),
  }),
  z.strictObject({ code: z.literal('too_long'), max: z.int().min(0), length: z.int().min(0) }),
] as const;

/** Why what came from a form is not an answer; the words belong to the app, in the resident's language. */
export const answerErrorSchema = z.discriminatedUnion('code', [
  ...commonErrors,
  ...multipleErrors,
  ...numberErrors,
  ...dateErrors,
]);
