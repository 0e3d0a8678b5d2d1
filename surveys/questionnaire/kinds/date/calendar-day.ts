import { latinDigits } from '#surveys/latin-digits.ts';
import type { Locale } from '#surveys/text.ts';

/** The first years of the eras that people write dates in, by name and by letter. */
const eraStarts: ReadonlyMap<string, number> = new Map([
  ...([
    ['明治', 1868],
    ['m', 1868],
  ] as const),
  ...([
    ['大正', 1912],
    ['t', 1912],
  ] as const),
  ...([
    ['昭和', 1926],
    ['s', 1926],
  ] as const),
  ...([
    ['平成', 1989],
    ['h', 1989],
  ] as const),
  ...([
    ['令和', 2019],
    ['r', 2019],
  ] as const),
]);

const era = '明治|大正|昭和|平成|令和|[mtshr]';
const yearPattern = new RegExp(`^(${era})?(\\d{1,4}|元)年?$`);
const dayPattern = new RegExp(`^((?:${era})?(?:\\d{1,4}|元))[年/.-](\\d{1,2})[月/.-](\\d{1,2})日?$`);
const runPattern = /^(\d{4})(\d{2})(\d{2})$/;

/** Digits, letters and signs as one hand would type them, without spaces. */
const plain = (text: string): string =>
  latinDigits(text.normalize('NFKC'))
    .toLowerCase()
    .replace(/\s/g, '')
    .replace(/[‐‑–—−ー・]/g, '-');

/**
 * The ISO date of a day as people write it: in the Western calendar or by era, with signs or in one run of eight
 * digits, full-width or not.
 * @returns undefined for anything else, for a year without its century, and for days that no calendar has.
 * @example parseDay('R8.5.3') // '2026-05-03'
 */
export function parseDay(text: string): string | undefined {
  const typed = plain(text);
  const [, year = '', month = '', day = ''] = runPattern.exec(typed) ?? dayPattern.exec(typed) ?? [];
  return composeDay(year, month, day);
}

/**
 * The ISO date of a year, a month and a day typed apart, each with or without its sign (年, 月, 日).
 * @returns undefined where they make no day.
 */
export function composeDay(year: string, month: string, day: string): string | undefined {
  const y = readYear(year);
  const m = readPart(month, '月');
  const d = readPart(day, '日');
  if (y === undefined || m === undefined || d === undefined) return undefined;
  const iso = `${String(y).padStart(4, '0')}-${m.padStart(2, '0')}-${d.padStart(2, '0')}`;
  return isDay(iso) ? iso : undefined;
}

function readYear(text: string): number | undefined {
  const [, name, number = ''] = yearPattern.exec(plain(text)) ?? [];
  if (name === undefined) return number.length === 4 ? Number(number) : undefined;
  const start = eraStarts.get(name);
  const nth = number === '元' ? 1 : Number(number);
  return start === undefined || nth < 1 || nth > 99 ? undefined : start + nth - 1;
}

function readPart(text: string, sign: string): string | undefined {
  const typed = plain(text);
  const digits = typed.endsWith(sign) ? typed.slice(0, -1) : typed;
  return /^\d{1,2}$/.test(digits) ? digits : undefined;
}

/** Whether a text is the ISO date of a day that the calendar has. */
function isDay(text: string): boolean {
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
}

/** A day some days later, or earlier. */
export function addDays(day: string, nDays: number): string {
  const time = Date.parse(`${day}T00:00:00Z`) + nDays * 24 * 60 * 60 * 1000;
  return new Date(time).toISOString().slice(0, 10);
}

/** The same day some years later, or earlier; 28 February for a 29th that the year does not have. */
export function addYears(day: string, nYears: number): string {
  const moved = `${String(Number(day.slice(0, 4)) + nYears).padStart(4, '0')}${day.slice(4)}`;
  return isDay(moved) ? moved : `${moved.slice(0, 8)}28`;
}

const languageTags: Readonly<Record<Exclude<Locale, 'ja-easy'>, string>> = {
  ja: 'ja-JP',
  en: 'en',
  zh: 'zh-CN',
  ko: 'ko',
  vi: 'vi',
  ne: 'ne',
};

/** Readings of days of the month that are not read by their number. */
const dayReadings: Readonly<Record<number, string>> = {
  1: 'ついたち',
  2: 'ふつか',
  3: 'みっか',
  4: 'よっか',
  5: 'いつか',
  6: 'むいか',
  7: 'なのか',
  8: 'ようか',
  9: 'ここのか',
  10: 'とおか',
  14: 'じゅうよっか',
  20: 'はつか',
  24: 'にじゅうよっか',
};

/**
 * A day in words; in easy Japanese with its readings.
 * @example formatDay('2026-05-03', 'ja') // '2026年5月3日'
 * @example formatDay('2026-05-03', 'ja-easy') // '2026年《ねん》 5月《がつ》 ｜3日《みっか》'
 */
export function formatDay(day: string, locale: Locale): string {
  if (locale === 'ja-easy') {
    const [year, month, date = 0] = day.split('-').map(Number);
    return `${year}年《ねん》 ${month}月《がつ》 ｜${date}日《${dayReadings[date] ?? `${date}にち`}》`;
  }
  const format = new Intl.DateTimeFormat(languageTags[locale], { dateStyle: 'long', timeZone: 'UTC' });
  return format.format(new Date(`${day}T00:00:00Z`));
}
