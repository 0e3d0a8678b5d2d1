import { describe, expect, it } from 'vitest';
import type { Frame, Merge } from '#surveys/round/frame.ts';
import { mergeMargins } from '#surveys/round/margins-merge.ts';

const bands = ['18', '20', '30', '40'];

function frameWith(merges: readonly Merge[]): Frame {
  return {
    source: 'test',
    asOf: '2026-04-01',
    strata: [{ id: 'all', population: 400, nIssued: null }],
    weighting: 'rake',
    margins: [
      { by: ['age'], categories: bands.map((band) => ({ key: [band], population: 100 })) },
      {
        by: ['sex', 'age'],
        categories: ['f', 'm'].flatMap((sex) => bands.map((band) => ({ key: [sex, band], population: 50 }))),
      },
    ],
    unmatched: [],
    merges: [...merges],
    trimAtMeanTimes: null,
  };
}

/** Respondents by `sex age`; 5 where not told otherwise. */
function count(exceptions: { readonly [cell: string]: number }) {
  return (by: readonly string[], key: readonly string[]) => {
    const age = key[by.indexOf('age')];
    const sexes = by.includes('sex') ? [key[by.indexOf('sex')]] : ['f', 'm'];
    return sexes.reduce((sum, sex) => sum + (exceptions[`${sex} ${age}`] ?? 5), 0);
  };
}

describe('mergeMargins', () => {
  const plan: readonly Merge[] = [
    { dimension: 'age', from: '18', into: '20' },
    { dimension: 'age', from: '20', into: '30' },
  ];

  it('leaves the margins alone while every category has respondents', () => {
    const merged = mergeMargins(frameWith(plan), count({}));
    expect([merged.applied, merged.empty]).toEqual([[], []]);
    expect(merged.margins[0]?.categories).toHaveLength(4);
  });

  it('merges a dimension in every margin when one crossed category is empty', () => {
    const merged = mergeMargins(frameWith(plan), count({ 'm 18': 0 }));
    expect(merged.applied).toEqual(plan.slice(0, 1));
    expect(merged.margins[0]?.categories).toContainEqual({ key: ['20'], population: 200 });
    expect(merged.margins[1]?.categories).toContainEqual({ key: ['f', '20'], population: 100 });
    expect(merged.resolve('age', '18')).toBe('20');
    expect(merged.resolve('sex', 'm')).toBe('m');
  });

  it('goes on with the next merge of the plan while the merged category is still empty', () => {
    const merged = mergeMargins(frameWith(plan), count({ 'm 18': 0, 'm 20': 0 }));
    expect(merged.applied).toEqual(plan);
    expect(merged.resolve('age', '18')).toBe('30');
    expect(merged.margins[0]?.categories).toContainEqual({ key: ['30'], population: 300 });
    expect(merged.empty).toEqual([]);
  });

  it('lists what stays empty and offers the neighbour, without applying it', () => {
    const merged = mergeMargins(frameWith(plan), count({ 'f 40': 0 }));
    expect(merged.applied).toEqual([]);
    expect(merged.empty).toEqual([
      { margin: 'sex×age', category: 'f×40', offer: { dimension: 'age', from: '40', into: '30' } },
    ]);
  });
});
