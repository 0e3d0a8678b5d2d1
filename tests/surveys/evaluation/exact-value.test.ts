import { describe, expect, it } from 'vitest';
import { exactCount, exactMean, exactPercent } from '#surveys/evaluation/exact-value.ts';
import { compareRationals, divide } from '#surveys/evaluation/rational.ts';

describe('exact values', () => {
  it('are fractions in the unit of the target', () => {
    const share = exactPercent(1, 3);
    const mean = exactMean(17, 5);
    const count = exactCount(2);
    expect(share && compareRationals(share, divide(100, 3))).toBe(0);
    expect(mean && compareRationals(mean, divide(34, 10))).toBe(0);
    expect(count && compareRationals(count, divide(2, 1))).toBe(0);
  });

  it('do not exist for an empty base, and a count of 0 does', () => {
    expect(exactPercent(0, 0)).toBeNull();
    expect(exactMean(0, 0)).toBeNull();
    expect(exactCount(null)).toBeNull();
    expect(exactCount(0)).toEqual({ numerator: 0n, denominator: 1n });
  });

  it.each([
    [2, 1],
    [-1, 3],
    [0.5, 1],
    [1, Number.NaN],
  ])('refuse %d of %d as a share', (x, n) => {
    expect(() => exactPercent(x, n)).toThrow(RangeError);
  });

  it('refuse a negative base of a mean', () => {
    expect(() => exactMean(3, -1)).toThrow(RangeError);
  });
});
