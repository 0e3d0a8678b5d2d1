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

/** How a page says its language to browsers and screen readers (BCP 47). */
export const languageTags: Readonly<Record<Locale, string>> = {
  ja: 'ja',
  'ja-easy': 'ja',
  en: 'en',
  zh: 'zh-Hans',
  ko: 'ko',
  vi: 'vi',
  ne: 'ne',
};
