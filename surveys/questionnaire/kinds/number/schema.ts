import { z } from 'zod';
import { questionBase } from '#surveys/questionnaire/question-base.ts';
import { localizedTextSchema } from '#surveys/text-schema.ts';

export const numberSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('number'),
  min: z.number(),
  max: z.number(),
  isInteger: z.boolean(),
  unit: localizedTextSchema.optional(),
});

export const numberErrors = [
  z.strictObject({ code: z.enum(['not_a_number', 'not_an_integer']) }),
  z.strictObject({ code: z.literal('below_minimum'), min: z.number() }),
  z.strictObject({ code: z.literal('above_maximum'), max: z.number() }),
] as const;
