import type { Locale } from '#surveys/text.ts';

/** What each language calls itself. */
export const languageNames: Readonly<Record<Locale, string>> = {
  ja: '日本語',
  'ja-easy': 'やさしい日本語',
  en: 'English',
  zh: '中文',
  ko: '한국어',
  vi: 'Tiếng Việt',
  ne: 'नेपाली',
};
