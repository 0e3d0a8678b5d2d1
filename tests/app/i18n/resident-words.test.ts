import { describe, expect, it } from 'vitest';
import { readFurigana } from '#app/i18n/furigana.ts';
import { errorWords } from '#app/i18n/ja/errors.ts';
import type { ResidentWords } from '#app/i18n/ja/words.ts';
import { languageNames } from '#app/i18n/language-names.ts';
import { wordsOf } from '#app/i18n/resident-words.ts';
import { locales } from '#surveys/text.ts';

const kana = /[\p{Script=Hiragana}\p{Script=Katakana}]/u;
const kanji = /\p{Script=Han}/u;
const closesAt = '2026-12-31T14:59:00.000Z';

const foreign = locales.filter((locale) => !locale.startsWith('ja'));

/** Every text of a language that somebody may read, those that functions make included. */
function listTexts({ answer, code, kiosk, form, startTerms, ...words }: ResidentWords): readonly string[] {
  const made = [
    answer.start.timeValue(5, 16),
    answer.start.untilValue(closesAt),
    answer.page.progress(2, 7),
    answer.page.errorTitle(1),
    answer.page.errorTitle(3),
    answer.page.errorLine(4, 'x'),
    answer.review.changeOf('x'),
    answer.review.question(4, 'x'),
    answer.titleWithError('x'),
    kiosk.time(5, 16),
    kiosk.progress(2, 7),
    kiosk.errorTitle(1),
    kiosk.errorTitle(3),
    kiosk.errorLine(4, 'x'),
    kiosk.thanksReset(9),
    kiosk.idle(9),
    form.chooseUpTo(3),
    form.numberRange(1, 5),
    ...Object.values({ ...form.date, example: form.date.example('1'), range: form.date.range('1', '2') }),
    form.date.range('1', undefined),
    form.date.range(undefined, '2'),
    form.maxLength(10),
    form.remainingLength(3),
    form.excessLength(3),
    form.questionNumber(4),
    startTerms.keptUntil('2031-12-31'),
    words.answerErrorMessage({ code: 'required' }),
    words.answerErrorMessage({ code: 'more_than_one' }),
    words.answerErrorMessage({ code: 'unknown_option' }),
    words.answerErrorMessage({ code: 'too_many_choices', max: 3 }),
    words.answerErrorMessage({ code: 'exclusive_combined', option: 'x' }),
    words.answerErrorMessage({ code: 'not_a_number' }),
    words.answerErrorMessage({ code: 'not_an_integer' }),
    words.answerErrorMessage({ code: 'below_minimum', min: 1 }),
    words.answerErrorMessage({ code: 'above_maximum', max: 5 }),
    words.answerErrorMessage({ code: 'not_a_date' }),
    words.answerErrorMessage({ code: 'incomplete_date', missing: 'year' }),
    words.answerErrorMessage({ code: 'incomplete_date', missing: 'month' }),
    words.answerErrorMessage({ code: 'incomplete_date', missing: 'day' }),
    words.answerErrorMessage({ code: 'before_earliest', earliest: '2026-05-03' }),
    words.answerErrorMessage({ code: 'after_latest', latest: '2026-05-03' }),
    words.answerErrorMessage({ code: 'too_long', max: 10, length: 12 }),
    words.answerErrorMessage({ code: 'not_text' }),
    words.codeProblemMessage({ kind: 'empty' }),
    words.codeProblemMessage({ kind: 'unknown_character', character: '?' }),
    words.codeProblemMessage({ kind: 'wrong_length', nTyped: 3 }),
    words.codeProblemMessage({ kind: 'mistyped' }),
    ...[400, 403, 404, 405, 409, 410, 413, 415, 429].flatMap((status) => [
      ...Object.values(errorWords(words.errors, status, '')),
      ...Object.values(errorWords(words.errors, status, 'round')),
    ]),
  ];
  return [...made, ...collectTexts({ answer, code, kiosk, form, startTerms, ...words })];
}

function collectTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(collectTexts);
  return [];
}

describe('wordsOf', () => {
  it.each(locales)('brings the words of %s under its own name, none of them empty', (locale) => {
    expect(wordsOf(locale).locale).toBe(locale);
    expect(listTexts(wordsOf(locale)).filter((text) => text.trim() === '')).toEqual([]);
  });

  it.each(foreign)('has no Japanese left among the words of %s', (locale) => {
    expect(listTexts(wordsOf(locale)).filter((text) => kana.test(text))).toEqual([]);
  });

  it.each(foreign)('puts numbers and names into the texts of %s', (locale) => {
    const { answer, kiosk, codeProblemMessage, answerErrorMessage } = wordsOf(locale);
    expect(answer.start.timeValue(5, 16)).toMatch(/5.*16/);
    expect(answer.page.progress(2, 7)).toMatch(/2.*7|7.*2/);
    expect(answer.start.untilValue(closesAt)).toMatch(/31.*2026|2026.*31/);
    expect(answer.start.untilValue(closesAt)).toContain('59');
    expect(kiosk.idle(9)).toContain('9');
    expect(codeProblemMessage({ kind: 'wrong_length', nTyped: 3 })).toMatch(/14.*3|3.*14/);
    expect(answerErrorMessage({ code: 'too_long', max: 10, length: 12 })).toMatch(/10.*12|12.*10/);
  });

  it.each(locales)('quotes the buttons of %s as they are worded', (locale) => {
    const { answer } = wordsOf(locale);
    expect(answer.page.saved).toContain(answer.page.next);
    expect(answer.review.lead).toContain(answer.review.send);
  });

  it('gives every kanji of easy Japanese its reading', () => {
    const bare = listTexts(wordsOf('ja-easy')).flatMap((text) =>
      readFurigana(text).filter((stretch) => stretch.reading === null && kanji.test(stretch.text)),
    );
    expect(bare).toEqual([]);
  });

  it.each(locales.filter((locale) => locale !== 'ja'))(
    'tells readers of %s by the letter to choose it',
    (locale) => {
      const line = wordsOf(locale).letterLine ?? '';
      const shown = readFurigana(line)
        .map(({ text }) => text)
        .join('');
      expect(shown).toContain(languageNames[locale]);
    },
  );

  it('says what is wrong with a closed round, and a fault where nothing special is known', () => {
    const { errors } = wordsOf('en');
    expect(errorWords(errors, 410, 'round').title).toBe('This survey is closed');
    expect(errorWords(errors, 418, 'round')).toBe(errors.fault);
  });
});
