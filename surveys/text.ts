import type { LocalizedText } from './text-schema.ts';

export type { LocalizedText } from './text-schema.ts';

/** Locales a resident may choose, in the order of the language switch; Japanese is the source text. */
export const locales = ['ja', 'ja-easy', 'en', 'zh', 'ko', 'vi', 'ne'] as const;

export type Locale = (typeof locales)[number];

/**
 * The text in a locale; a missing translation falls back to Japanese.
 * @example localize({ ja: '性別', en: 'Sex' }, 'vi') // '性別'
 */
export function localize(text: LocalizedText, locale: Locale): string {
  return text[locale] ?? text.ja;
}
