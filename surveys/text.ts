import { z } from 'zod';

/** Locales a resident may choose, in the order of the language switch; Japanese is the source text. */
export const locales = ['ja', 'ja-easy', 'en', 'zh', 'ko', 'vi', 'ne'] as const;

export type Locale = (typeof locales)[number];

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

/** The text in a locale; a missing translation falls back to Japanese. */
export function localize(text: LocalizedText, locale: Locale): string {
  return text[locale] ?? text.ja;
}
