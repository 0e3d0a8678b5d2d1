import { z } from 'zod';
import { optionSchema, questionBase } from '#surveys/questionnaire/question-base.ts';

export const multipleSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('multiple'),
  options: z.array(optionSchema).min(2),
  maxChoices: z.int().min(1).optional(),
});

export const multipleErrors = [
  z.strictObject({ code: z.literal('too_many_choices'), max: z.int().min(0) }),
  /** An option that stands alone (`option` is its code) was chosen together with another. */
  z.strictObject({ code: z.literal('exclusive_combined'), option: z.string() }),
] as const;
