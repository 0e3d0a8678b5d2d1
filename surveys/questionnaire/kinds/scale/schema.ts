import { z } from 'zod';
import { questionBase } from '#surveys/questionnaire/question-base.ts';
import { localizedTextSchema } from '#surveys/text-schema.ts';

/** Whole-number rating from `min` to `max`; the answer code is the number written out ("1" … "5"). */
export const scaleSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('scale'),
  min: z.int(),
  max: z.int(),
  minLabel: localizedTextSchema,
  maxLabel: localizedTextSchema,
  /** Offers 「該当なし」 as the answer code `not_applicable`, which has no score. */
  allowsNotApplicable: z.literal(true).optional(),
});
