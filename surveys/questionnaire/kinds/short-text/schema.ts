import { z } from 'zod';
import { questionBase } from '#surveys/questionnaire/question-base.ts';

export const shortTextSchema = z.strictObject({
  ...questionBase,
  kind: z.literal('short_text'),
  maxLength: z.int().min(1).max(200),
});
