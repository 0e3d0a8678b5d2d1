import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { exactMean, exactPercent } from '#surveys/evaluation/exact-value.ts';
import { isTargetMet, officialVerdict } from '#surveys/evaluation/official.ts';
import { parseDecimal } from '#surveys/evaluation/rational.ts';
import type { Target } from '#surveys/plan/indicator.ts';

const half: Target = { operator: '>=', value: 50, unit: '%', dueFiscalYear: 2017 };
const score: Target = { operator: '>=', value: 3.5, unit: '点', dueFiscalYear: 2017 };
const verdict = (value: ReturnType<typeof exactPercent>, fiscalYear: number, target = half) =>
  officialVerdict({ value, target, fiscalYear, isExcluded: false });

describe('officialVerdict', () => {
  it('meets a target by reaching it exactly', () => {
    expect(verdict(exactPercent(350, 700), 2015)).toBe('met');
    expect(verdict(exactMean(7, 2), 2017, score)).toBe('met');
  });

  it('calls a value below the target interim before the due year, not met from the due year on', () => {
    const below = exactPercent(1249, 2500);
    expect([2016, 2017, 2018].map((year) => verdict(below, year))).toEqual(['interim', 'not_met', 'not_met']);
  });

  it('does not round a value up to its target', () => {
    expect(verdict(exactPercent(4_999_999, 10_000_000), 2017)).toBe('not_met');
    expect(verdict(exactMean(34_999_999, 10_000_000), 2017, score)).toBe('not_met');
  });

  it('compares published decimals exactly', () => {
    expect(verdict(parseDecimal('49.9'), 2015)).toBe('interim');
    expect(verdict(parseDecimal('50.0'), 2015)).toBe('met');
    expect(verdict(parseDecimal('3'), 2015, score)).toBe('interim');
  });

  it('has no result without a value', () => {
    expect(verdict(null, 2018)).toBe('no_result');
  });

  it('leaves an excluded indicator excluded whatever was counted', () => {
    for (const value of [null, exactPercent(1, 1), exactPercent(0, 1)]) {
      expect(officialVerdict({ value, target: half, fiscalYear: 2018, isExcluded: true })).toBe('excluded');
    }
  });
});

describe('isTargetMet', () => {
  it('agrees with x·100 ≥ target·n for whole targets', () => {
    const counts = fc
      .integer({ min: 1, max: 5000 })
      .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 100 }), ([x, n], value) => {
        const exact = exactPercent(x, n);
        return exact !== null && isTargetMet(exact, { value }) === x * 100 >= value * n;
      }),
    );
  });
});
