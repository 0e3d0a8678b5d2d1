import { describe, expect, it } from 'vitest';
import { emptyCategoryText, previewFrame } from '#app/features/frame/preview-frame.ts';
import type { Frame } from '#surveys/round/frame.ts';

const labels = { sex: { m: '男性', f: '女性' }, age: { '18-19': '18〜19歳', '20-29': '20〜29歳' } };
const frame: Frame = {
  source: '台帳',
  asOf: '2026-04-01',
  strata: [{ id: 'all', population: 100, nIssued: 200 }],
  weighting: 'rake',
  margins: [
    {
      by: ['sex', 'age'],
      categories: [
        { key: ['m', '18-19'], population: 1 },
        { key: ['f', '18-19'], population: 4 },
        { key: ['m', '20-29'], population: 45 },
        { key: ['f', '20-29'], population: 50 },
      ],
    },
    {
      by: ['age'],
      categories: [
        { key: ['18-19'], population: 5 },
        { key: ['20-29'], population: 95 },
      ],
    },
  ],
  unmatched: [],
  merges: [],
  trimAtMeanTimes: null,
};

describe('previewFrame', () => {
  it('reckons with the low end of response rates, and offers a merge for what that leaves empty', () => {
    const preview = previewFrame(frame, labels, 100);
    expect(preview).toMatchObject({ problems: [], nExpected: 54, otherPopulation: null });
    expect(preview.thin).toEqual([
      { category: '性別×年齢の「男性・18〜19歳」', offer: '年齢「18〜19歳」を「20〜29歳」にまとめる' },
    ]);
  });

  it('expects nothing where no letters are counted', () => {
    const strata = [{ id: 'all', population: 100, nIssued: null }];
    expect(previewFrame({ ...frame, strata }, labels, null)).toMatchObject({
      nExpected: null,
      thin: [],
      otherPopulation: null,
    });
  });

  it('says in which category two tables disagree', () => {
    const [sexAge, age] = frame.margins;
    if (!sexAge || !age) throw new Error('no margins');
    const categories = [
      { key: ['18-19'], population: 6 },
      { key: ['20-29'], population: 94 },
    ];
    expect(
      previewFrame({ ...frame, margins: [sexAge, { ...age, categories }] }, labels, 100).problems,
    ).toEqual([
      '年齢「18〜19歳」の人口が一致しません: 性別×年齢では5人、年齢では6人です。',
      '年齢「20〜29歳」の人口が一致しません: 性別×年齢では95人、年齢では94人です。',
    ]);
  });

  it('names merges of categories that the counts do not have', () => {
    const merges: Frame['merges'] = [{ dimension: 'age', from: '30-39', into: '20-29' }];
    expect(previewFrame({ ...frame, merges }, labels, 100).problems).toEqual([
      'まとめ方の年齢「30-39」は、人口の内訳にありません。',
    ]);
  });
});

describe('emptyCategoryText', () => {
  it('stands without an offer where nothing can be merged', () => {
    expect(emptyCategoryText({ margin: 'sex', category: 'm', offer: null }, labels)).toEqual({
      category: '性別の「男性」',
      offer: null,
    });
  });
});
