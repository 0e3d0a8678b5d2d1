import { z } from 'zod';

/** A text with its translations; `ja` is always there, the others as far as they are translated. */
export const localizedTextSchema = z.strictObject({
  ja: z.string().min(1),
  'ja-easy': z.string().min(1).optional(),
  en: z.string().min(1).optional(),
  zh: z.string().min(1).optional(),
  ko: z.string().min(1).optional(),
  vi: z.string().min(1).optional(),
  ne: z.string().min(1).optional(),
});

export type LocalizedText = z.infer<typeof localizedTextSchema>;
