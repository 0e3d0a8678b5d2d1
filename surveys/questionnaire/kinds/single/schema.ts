import { z } from 'zod';
import { optionSchema, profileDimensions, questionBase } from '#surveys/questionnaire/question-base.ts';

export const singleSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('single'),
  options: z.array(optionSchema).min(2),
  profile: z.enum(profileDimensions).optional(),
});
