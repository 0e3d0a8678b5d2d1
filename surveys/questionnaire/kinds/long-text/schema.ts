import { z } from 'zod';
import { questionBase } from '#surveys/questionnaire/question-base.ts';

export const longTextSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('long_text'),
  maxLength: z.int().min(1).max(4000),
});
