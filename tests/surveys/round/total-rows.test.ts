import { describe, expect, it } from 'vitest';
import { readTotalLabel, separateTotals } from '#surveys/round/total-rows.ts';

describe('readTotalLabel', () => {
  it.each([
    ...['合計', '総計', '総数', '総合計', '総人口', '全体', '全区', '区全体', '男女計', '全年齢'],
    ...[
      '合　計',
      ' 合 計 ',
      '合\u200B計',
      '合\u00A0計',
      '合計\r',
      '【合計】',
      '(合計)',
      '（総数）',
      '《全体》',
      '合計:',
    ],
    ...['合計(人)', '総数（人）', 'Total', 'ＴＯＴＡＬ', 'Grand Total', 'total.', 'トータル'],
    ...['ﾄｰﾀﾙ', 'ALL', '*合計', '合計*'],
  ])('takes %j for the sum of everybody', (label) => {
    expect(readTotalLabel(label)).toBe('total');
  });

  it.each([
    '小計',
    '小　計',
    '計',
    '（計）',
    '［計］',
    '小計(東部)',
    '東部 小計',
    '東部計',
    '東部合計',
    '東部総数',
    '東部全体',
  ])('takes %j for a sum of some', (label) => {
    expect(readTotalLabel(label)).toBe('subtotal');
  });

  it.each(['Subtotal', 'sub-total', 'SUB TOTAL 1', 'East total'])('takes %j for a sum of some', (label) => {
    expect(readTotalLabel(label)).toBe('subtotal');
  });

  it.each([
    ...[
      '',
      ' ',
      '東部',
      '西九条１丁目',
      '計画町',
      '時計台前',
      '総合病院前',
      '合同宿舎',
      '全国',
      '人',
      '名',
      '18~19歳',
    ],
    ...['80歳以上', 'その他', '不詳', 'total eclipse street', 'allée', '数', '体', '総', '小'],
  ])('takes %j for what it says', (label) => {
    expect(readTotalLabel(label)).toBeNull();
  });
});

type Row = readonly [label: string, population: number, nIssued?: number];
const separate = (...rows: readonly Row[]) => {
  const { strata, disagreements } = separateTotals(
    rows.map(([label, population, nIssued = null]) => ({ label, population, nIssued })),
  );
  return {
    strata: strata.map(({ label }) => label),
    disagreements: disagreements.map(({ row, counted, stated, summed }) => [
      row.label,
      counted,
      stated,
      summed,
    ]),
  };
};
const east: Row = ['東部', 30_000, 500];
const west: Row = ['西部', 25_000, 300];

describe('separateTotals', () => {
  it.each<[string, readonly Row[]]>([
    ['below', [east, west, ['合計', 55_000, 800]]],
    ['above', [['総数', 55_000, 800], east, west]],
    ['twice', [['総数', 55_000], east, west, ['全区', 55_000]]],
    ['as subtotals below their rows', [east, ['小計', 30_000], west, ['小計', 25_000, 300]]],
    ['as subtotals above their rows', [['東部計', 30_000], east, ['西部計', 25_000], west, ['合計', 55_000]]],
    ['of all before, after a subtotal', [east, ['小計', 30_000], west, ['計', 55_000]]],
    ['of all, before a subtotal', [['計', 55_000], east, ['小計', 30_000], west]],
  ])('leaves totals out that add up: %s', (_, rows) => {
    expect(separate(...rows)).toEqual({ strata: ['東部', '西部'], disagreements: [] });
  });

  it('tells both numbers where a total does not add up', () => {
    expect(separate(east, west, ['合計', 54_999, 800]).disagreements).toEqual([
      ['合計', 'people', 54_999, 55_000],
    ]);
    expect(separate(east, west, ['合計', 55_000, 801]).disagreements).toEqual([
      ['合計', 'letters', 801, 800],
    ]);
    expect(separate(east, ['小計', 29_999], west).disagreements).toEqual([
      ['小計', 'people', 29_999, 30_000],
    ]);
  });

  it('takes the sum of some for no sum of all', () => {
    const rows: readonly Row[] = [east, ['小計', 30_000], west, ['合計', 25_000]];
    expect(separate(...rows).disagreements).toEqual([['合計', 'people', 25_000, 55_000]]);
  });

  it('does not add up what skips a row', () => {
    expect(separate(east, west, ['南部', 10], ['小計', 25_010]).disagreements).toHaveLength(1);
  });

  it('has nothing to compare a total with that stands alone', () => {
    expect(separate(['合計', 55_000], ['小計', 5])).toEqual({
      strata: [],
      disagreements: [
        ['合計', 'people', 55_000, 0],
        ['小計', 'people', 5, 0],
      ],
    });
    expect(separate()).toEqual({ strata: [], disagreements: [] });
  });

  it('takes a total of nobody for none', () => {
    expect(separate(east, ['小計', 0]).disagreements).toEqual([['小計', 'people', 0, 30_000]]);
    expect(separate(['空地', 0], ['計', 0]).disagreements).toHaveLength(1);
  });

  it('reads a file of nothing but totals in good time', () => {
    const subtotal = { label: '小計', population: 2, nIssued: null };
    const stratum = { label: '東部', population: 1, nIssued: null };
    const rows = Array.from({ length: 30_000 }, (_, index) => (index % 2 === 0 ? stratum : subtotal));
    const { strata, disagreements } = separateTotals(rows);
    // The first subtotal has only one row above it, every other one can reach two rows back.
    expect([strata.length, disagreements.length]).toEqual([15_000, 1]);
  });

  it('takes letters that no stratum has for a disagreement', () => {
    expect(separate(['東部', 30_000], ['合計', 30_000, 500]).disagreements).toEqual([
      ['合計', 'letters', 500, 0],
    ]);
  });
});
