import { describe, expect, it } from 'vitest';
import { offeredLocales, wordedLocales, wordsOf } from '#app/i18n/resident-words.ts';
import { locales } from '#surveys/text.ts';

const japaneseLetters = /[\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Han}]/u;

/** Every text of a bundle; texts that functions make are left out. */
function collectTexts(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(collectTexts);
  return [];
}

describe('wordsOf', () => {
  it.each(wordedLocales)('brings the words of %s under its own name', (locale) => {
    expect(wordsOf(locale).locale).toBe(locale);
  });

  it('falls back to Japanese for a language without words', () => {
    const without = locales.find((locale) => !wordedLocales.includes(locale));
    expect(without && wordsOf(without).locale).toBe('ja');
  });

  it('has no Japanese left among the English words', () => {
    expect(collectTexts(wordsOf('en')).filter((text) => japaneseLetters.test(text))).toEqual([]);
  });

  it('says in English what is wrong with an answer, with a code, and with a closed round', () => {
    const { answerErrorMessage, codeProblemMessage, errorWords } = wordsOf('en');
    expect(answerErrorMessage({ code: 'too_long', max: 10, length: 12 })).toBe(
      'Please write 10 characters at most (now 12).',
    );
    expect(codeProblemMessage({ kind: 'wrong_length', nTyped: 3 })).toContain('14 characters (yours has 3)');
    expect(errorWords(410, 'round').title).toBe('This survey is closed');
    expect(errorWords(418, 'round')).toBe(wordsOf('en').fault);
  });
});

describe('offeredLocales', () => {
  it('offers no language that only the questionnaire or only Koebako speaks', () => {
    const text = { ja: '文', en: 'text', ko: '글' };
    const questions = [{ id: 'q', kind: 'long_text', text, required: false, maxLength: 9 } as const];
    const pages = [{ id: 'p', title: text, questions }];
    expect(offeredLocales({ title: text, purpose: text, pages })).toEqual(['ja', 'en']);
    expect(offeredLocales({ title: { ja: '文', ko: '글' }, purpose: text, pages })).toEqual(['ja']);
  });
});
