import { describe, expect, it } from 'vitest';
import { readFurigana, withoutFurigana } from '#app/i18n/furigana.ts';

describe('readFurigana', () => {
  it('puts a reading above the kanji right before it', () => {
    expect(readFurigana('お住《す》まいの区役所《くやくしょ》')).toEqual([
      { text: 'お', reading: null },
      { text: '住', reading: 'す' },
      { text: 'まいの', reading: null },
      { text: '区役所', reading: 'くやくしょ' },
    ]);
  });

  it('takes a marked stretch whole, whatever it is made of', () => {
    expect(readFurigana('1通で ｜1回《いっかい》だけ')).toEqual([
      { text: '1通で ', reading: null },
      { text: '1回', reading: 'いっかい' },
      { text: 'だけ', reading: null },
    ]);
  });

  it('leaves texts without readings, and brackets that belong to nothing, as they are', () => {
    for (const text of ['', '区役所', 'He said 《hello》', '《》', '区《']) {
      expect(readFurigana(text)).toEqual([{ text, reading: null }]);
    }
  });
});

describe('withoutFurigana', () => {
  it('leaves what is read by eye, without the marks', () => {
    expect(withoutFurigana('｜1人《ひとり》の 区民《くみん》')).toBe('1人の 区民');
  });
});
