import { describe, expect, it } from 'vitest';
import { checkFrame, type Frame, frameSchema, hasStrata } from '#surveys/round/frame.ts';
import { wholeStratum } from '#surveys/round/stratum.ts';

const frame: Frame = {
  source: '住民基本台帳',
  asOf: '2026-04-01',
  strata: [
    { id: 'north', population: 600, nIssued: 60 },
    { id: 'south', population: 400, nIssued: 40 },
  ],
  weighting: 'rake',
  margins: [
    {
      by: ['sex', 'age'],
      categories: [
        { key: ['f', '18'], population: 200 },
        { key: ['f', '65'], population: 320 },
        { key: ['m', '18'], population: 210 },
        { key: ['m', '65'], population: 270 },
      ],
    },
    {
      by: ['age'],
      categories: [
        { key: ['18'], population: 410 },
        { key: ['65'], population: 590 },
      ],
    },
  ],
  unmatched: [],
  merges: [{ dimension: 'age', from: '18', into: '65' }],
  trimAtMeanTimes: null,
};

describe('checkFrame', () => {
  it('accepts margins that agree with each other and with the strata', () => {
    expect(frameSchema.parse(frame)).toEqual(frame);
    expect(checkFrame(frame)).toEqual([]);
  });

  it('tells both totals where a margin and the strata disagree', () => {
    const strata = [{ id: 'north', population: 900, nIssued: null }];
    expect(checkFrame({ ...frame, strata })).toContainEqual({
      kind: 'totals-disagree',
      left: 'strata',
      leftTotal: 900,
      right: 'sex×age',
      rightTotal: 1000,
    });
  });

  it('refuses a total among the strata, which would count everybody twice', () => {
    const strata = [...frame.strata, { id: '合　計', population: 1_000, nIssued: 100 }];
    const margins: Frame['margins'] = [];
    expect(checkFrame({ ...frame, weighting: 'strata', margins, merges: [], strata })).toEqual([
      { kind: 'total-as-stratum', stratum: '合　計' },
    ]);
    const whole = [{ id: 'all', population: 1_000, nIssued: 100 }];
    expect(checkFrame({ ...frame, strata: whole })).toEqual([]);
  });

  it('finds an age band that two margins count differently, though their totals agree', () => {
    const margins = [
      ...frame.margins.slice(0, 1),
      {
        by: ['age'] as const,
        categories: [
          { key: ['18'], population: 400 },
          { key: ['65'], population: 600 },
        ],
      },
    ];
    expect(checkFrame({ ...frame, margins: margins.map((m) => ({ ...m, by: [...m.by] })) })).toEqual([
      expect.objectContaining({
        kind: 'category-totals-disagree',
        category: '18',
        leftTotal: 410,
        rightTotal: 400,
      }),
      expect.objectContaining({
        kind: 'category-totals-disagree',
        category: '65',
        leftTotal: 590,
        rightTotal: 600,
      }),
    ]);
  });

  it('finds repeated categories and strata, and keys of the wrong length', () => {
    const margins: Frame['margins'] = [
      {
        by: ['age'],
        categories: [
          { key: ['18'], population: 500 },
          { key: ['18'], population: 400 },
          { key: ['65', 'f'], population: 100 },
        ],
      },
    ];
    const strata = [...frame.strata.slice(0, 1), { id: 'north', population: 400, nIssued: null }];
    const kinds = checkFrame({ ...frame, margins, strata }).map(({ kind }) => kind);
    expect(kinds).toEqual(['repeated-category', 'wrong-key', 'repeated-stratum']);
  });

  it('refuses merges of categories it does not have, and into themselves', () => {
    const merges: Frame['merges'] = [
      { dimension: 'age', from: '12', into: '18' },
      { dimension: 'stratum', from: 'north', into: 'north' },
    ];
    expect(checkFrame({ ...frame, merges })).toEqual([
      { kind: 'unknown-merge-category', dimension: 'age', category: '12' },
      { kind: 'merge-into-itself', dimension: 'stratum', category: 'north' },
    ]);
  });

  it('needs margins to rake and exactly one to post-stratify', () => {
    expect(checkFrame({ ...frame, margins: [], merges: [] })).toEqual([
      { kind: 'margins-missing', weighting: 'rake' },
    ]);
    expect(checkFrame({ ...frame, weighting: 'post-stratify' })).toContainEqual({
      kind: 'margins-missing',
      weighting: 'post-stratify',
    });
    expect(checkFrame({ ...frame, weighting: 'strata', margins: [], merges: [] })).toEqual([]);
  });
});

describe('hasStrata', () => {
  it('tells a divided population from one whole, however many strata are drawn', () => {
    const whole = { id: wholeStratum, population: 1000, nIssued: 100 };
    expect(hasStrata(frame)).toBe(true);
    expect(hasStrata({ strata: frame.strata.slice(0, 1) })).toBe(true);
    expect(hasStrata({ strata: [whole] })).toBe(false);
    expect(hasStrata({ strata: [whole, ...frame.strata] })).toBe(true);
  });

  it('keeps the name under which answers are stored', () => {
    expect(wholeStratum).toBe('all');
  });
});
