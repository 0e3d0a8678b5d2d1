import { describe, expect, it } from 'vitest';
import { plainLabel, plainWords } from '#surveys/paper/plain-text.ts';

describe('a label', () => {
  it('is the same with another wave, another dash, other widths and spaces', () => {
    const same = ['18〜29歳', '18～29歳', '18~29歳', '１８～２９歳', '18 〜 29　歳'].map(plainLabel);
    expect(new Set(same).size).toBe(1);
    expect(plainLabel('1−2')).toBe(plainLabel('１－２'));
  });

  it('is another one with another word, or with a long vowel for a dash', () => {
    expect(plainLabel('感じる')).not.toBe(plainLabel('感じない'));
    expect(plainLabel('サービス')).not.toBe(plainLabel('サ-ビス'));
  });
});

describe('written words', () => {
  it('are the same with other line ends, spaces and punctuation', () => {
    expect(plainWords('駅前が暗い。\r\n街灯を、ふやして!')).toBe(plainWords('駅前が暗い 街灯をふやして！'));
  });

  it('are others where a word differs', () => {
    expect(plainWords('駅前が暗い')).not.toBe(plainWords('駅裏が暗い'));
  });
});
