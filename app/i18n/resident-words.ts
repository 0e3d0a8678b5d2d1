import { english } from '#app/i18n/en/words.ts';
import { japanese, type ResidentWords } from '#app/i18n/ja/words.ts';
import { easyJapanese } from '#app/i18n/ja-easy/words.ts';
import { korean } from '#app/i18n/ko/words.ts';
import { nepali } from '#app/i18n/ne/words.ts';
import { vietnamese } from '#app/i18n/vi/words.ts';
import { chinese } from '#app/i18n/zh/words.ts';
import type { Locale } from '#surveys/text.ts';

const byLocale: Readonly<Record<Locale, ResidentWords>> = {
  ja: japanese,
  'ja-easy': easyJapanese,
  en: english,
  zh: chinese,
  ko: korean,
  vi: vietnamese,
  ne: nepali,
};

/** The words of the residents' pages in a language. */
export const wordsOf = (locale: Locale): ResidentWords => byLocale[locale];
