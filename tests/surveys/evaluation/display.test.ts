import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatBesideTarget, formatPercent, formatRational } from '#surveys/evaluation/display.ts';
import { exactMean, exactPercent } from '#surveys/evaluation/exact-value.ts';
import { isTargetMet } from '#surveys/evaluation/official.ts';
import { compareRationals, divide, parseDecimal, type Rational } from '#surveys/evaluation/rational.ts';

const counts = fc
  .integer({ min: 1, max: 100_000 })
  .chain((n) => fc.tuple(fc.integer({ min: 0, max: n }), fc.constant(n)));

const exact = (value: Rational | null): Rational => {
  if (value === null) throw new Error('empty base');
  return value;
};

describe('formatPercent', () => {
  it.each([
    [1, 2000, '0.1'],
    [1, 2001, '0.0'],
    [69, 400, '17.3'],
    [359, 700, '51.3'],
    [13, 14, '92.9'],
    [0, 5, '0.0'],
    [5, 5, '100.0'],
  ])('shows %i of %i as %s', (x, n, text) => {
    expect(formatPercent(x, n)).toBe(text);
  });

  it('rounds halves up where rounding the float goes wrong', () => {
    expect(((41 / 80) * 100).toFixed(1)).toBe('51.2');
    expect(formatPercent(41, 80)).toBe('51.3');
  });

  it('is the only decimal d with d − half a unit ≤ 100·x/n < d + half a unit', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 0, max: 4 }), ([x, n], decimals) => {
        const text = formatPercent(x, n, decimals);
        const scale = 10n ** BigInt(decimals);
        const shown = BigInt(text.replace('.', ''));
        const twice = 200n * BigInt(x) * scale;
        return (
          twice >= (2n * shown - 1n) * BigInt(n) &&
          twice < (2n * shown + 1n) * BigInt(n) &&
          (text.split('.')[1] ?? '').length === decimals
        );
      }),
    );
  });

  it('rounds every exact half up', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999 }), fc.integer({ min: 1, max: 50 }), (tenths, factor) => {
        const shown = formatPercent((2 * tenths + 1) * factor, 2000 * factor);
        return compareRationals(parseDecimal(shown), divide(tenths + 1, 10)) === 0;
      }),
    );
  });

  it('shows a dash for an empty base', () => {
    expect(formatPercent(0, 0)).toBe('—');
  });
});

describe('formatRational', () => {
  it('rounds halves away from zero and writes no negative zero', () => {
    expect(formatRational(divide(-5, 100), 1)).toBe('-0.1');
    expect(formatRational(divide(-4, 100), 1)).toBe('0.0');
    expect(formatRational(divide(5, 2), 0)).toBe('3');
  });

  it('refuses a number of decimals that is none', () => {
    expect(() => formatRational(divide(1, 2), -1)).toThrow(RangeError);
  });
});

describe('formatBesideTarget', () => {
  it.each([
    [1249, 2500, 50, '49.96'],
    [49_996, 100_000, 50, '49.996'],
    [499, 1000, 50, '49.9'],
    [1250, 2500, 50, '50.0'],
    [1251, 2500, 50, '50.0'],
    [3541, 10_000, 35.41, '35.41'],
  ])('shows %i of %i beside a target of %d %% as %s', (x, n, value, text) => {
    expect(formatBesideTarget(exact(exactPercent(x, n)), { value }, 1)).toBe(text);
  });

  it('shows a mean of 3.46 under 3.5 with two decimals', () => {
    expect(formatBesideTarget(exact(exactMean(346, 100)), { value: 3.5 }, 1)).toBe('3.46');
  });

  it('never shows a value on the other side of its target', () => {
    fc.assert(
      fc.property(counts, fc.integer({ min: 1, max: 1000 }), ([x, n], tenths) => {
        const value = exact(exactPercent(x, n));
        const target = { value: tenths / 10 };
        const shown = parseDecimal(formatBesideTarget(value, target, 1));
        return isTargetMet(shown, target) === isTargetMet(value, target);
      }),
    );
  });
});
