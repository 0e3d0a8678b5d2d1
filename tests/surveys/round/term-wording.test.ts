import { describe, expect, it } from 'vitest';
import { loadUsualTerms } from '#surveys/catalog/load-terms.ts';
import {
  adaptTexts,
  isSameWording,
  listUntranslated,
  translateWording,
} from '#surveys/round/term-wording.ts';
import { locales } from '#surveys/text.ts';

const usualTerms = loadUsualTerms('surveys/catalog/konohana/terms.yaml');

describe('the wording of a text', () => {
  it.each([
    ['任意です。', ' 任意です。\n'],
    ['任意です。', '\u3000任意です。\r\n\r\n'],
    ['任意です。\n自由です。', '任意です。\r\n自由です。'],
  ])('is the same in %j and %j', (one, other) => {
    expect(isSameWording(one, other)).toBe(true);
  });

  it.each(['任意です', '任意です。 自由です。', '任意です。\n\n自由です。', ''])(
    'is another in %j',
    (other) => {
      expect(isSameWording('任意です。\n自由です。', other)).toBe(false);
    },
  );
});

describe('the translations of a wording', () => {
  const own = { ja: '任意です。', en: 'Voluntary.' };
  const usual = { ja: '任意です。', en: 'It is voluntary.', zh: '自愿。' };
  const other = { ja: '自由です。', en: 'You are free.' };

  it('are those known of this very wording, the first known before later ones', () => {
    expect(translateWording(' 任意です。\r\n', [own, other, usual])).toEqual({ ...own, zh: '自愿。' });
  });

  it('are none for a wording that nobody knows', () => {
    expect(translateWording(' 義務です。\r\nぜひ。 ', [own, other, usual])).toEqual({
      ja: '義務です。\nぜひ。',
    });
  });

  it('leave the known texts as they are', () => {
    const known = [{ ...own }, { ...usual }];
    translateWording(own.ja, known);
    expect(known).toEqual([own, usual]);
  });

  it('are missed only in languages that residents can choose', () => {
    expect(listUntranslated(own, ['ja', 'en', 'zh'])).toEqual(['zh']);
    expect(listUntranslated({ ja: own.ja }, ['ja'])).toEqual([]);
    expect(listUntranslated(usualTerms.residents.proxy, locales)).toEqual([]);
  });
});

it('turns into the usual texts of another audience where nobody worded them', () => {
  const usual = { before: usualTerms.residents, after: usualTerms.organisations };
  const proxy = { ja: 'ご本人だけが回答できます。' };
  expect(adaptTexts({ ...usualTerms.residents, proxy }, usual)).toEqual({
    ...usualTerms.organisations,
    contact: usualTerms.residents.contact,
    proxy,
  });
});
