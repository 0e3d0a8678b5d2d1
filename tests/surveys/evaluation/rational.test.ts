import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { compareRationals, divide, parseDecimal } from '#surveys/evaluation/rational.ts';

describe('parseDecimal', () => {
  it.each([
    ['3', 3n, 1n],
    ['51.3', 513n, 10n],
    ['-0.05', -5n, 100n],
    ['1e-7', 1n, 10_000_000n],
    ['1.5e+21', 1_500_000_000_000_000_000_000n, 1n],
  ])('reads %s exactly', (text, numerator, denominator) => {
    expect(compareRationals(parseDecimal(text), { numerator, denominator })).toBe(0);
  });

  it('reads whatever String writes for a finite number', () => {
    fc.assert(
      fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (number) => {
        const { denominator } = parseDecimal(String(number));
        return denominator > 0n;
      }),
    );
  });

  it.each(['', '.5', '5.', '1,5', 'NaN', 'Infinity', '５'])('refuses %j', (text) => {
    expect(() => parseDecimal(text)).toThrow(RangeError);
  });
});

describe('divide', () => {
  it('takes numbers as the decimals they are written as', () => {
    expect(compareRationals(divide(0.3, 0.1), divide(3, 1))).toBe(0);
    expect(compareRationals(divide(-7, 2), divide(7, -2))).toBe(0);
  });

  it('refuses to divide by zero', () => {
    expect(() => divide(1, 0)).toThrow(RangeError);
  });
});

describe('compareRationals', () => {
  it('orders whole-number fractions as cross multiplication does', () => {
    const whole = fc.integer({ min: -1000, max: 1000 });
    const positive = fc.integer({ min: 1, max: 1000 });
    fc.assert(
      fc.property(whole, positive, whole, positive, (a, b, c, d) => {
        return compareRationals(divide(a, b), divide(c, d)) === Math.sign(a * d - c * b);
      }),
    );
  });
});
