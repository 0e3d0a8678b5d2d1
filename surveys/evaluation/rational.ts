/** An exact fraction; the denominator is positive, the fraction need not be in lowest terms. */
export interface Rational {
  readonly numerator: bigint;
  readonly denominator: bigint;
}

/**
 * Reads a decimal text exactly, the forms `String(number)` writes included (`3`, `51.3`, `1e-7`).
 * @throws RangeError For any other text.
 * @example parseDecimal('51.3') // { numerator: 513n, denominator: 10n }
 */
export function parseDecimal(text: string): Rational {
  const match = /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]?\d+))?$/.exec(text);
  if (!match) throw new RangeError(`not a decimal: ${text}`);
  const [, sign, whole, fraction = '', exponent = '0'] = match;
  const digits = BigInt(`${whole}${fraction}`) * (sign === '-' ? -1n : 1n);
  const shift = BigInt(exponent) - BigInt(fraction.length);
  return shift >= 0n
    ? { numerator: digits * 10n ** shift, denominator: 1n }
    : { numerator: digits, denominator: 10n ** -shift };
}

/**
 * The exact fraction of two numbers, each taken as the decimal it is written as (0.1 is one tenth).
 * @throws RangeError For a denominator of 0 and for numbers that are not finite.
 * @example divide(0.1, 3) // { numerator: 1n, denominator: 30n }
 */
export function divide(numerator: number | bigint, denominator: number | bigint): Rational {
  const upper = parseDecimal(String(numerator));
  const lower = parseDecimal(String(denominator));
  const sign = lower.numerator < 0n ? -1n : 1n;
  if (lower.numerator === 0n) throw new RangeError('division by zero');
  return {
    numerator: upper.numerator * lower.denominator * sign,
    denominator: lower.numerator * upper.denominator * sign,
  };
}

/**
 * Negative, 0 or positive as `a` is below, equal to or above `b`.
 * @example compareRationals({ numerator: 1n, denominator: 2n }, { numerator: 2n, denominator: 4n }) // 0
 */
export function compareRationals(a: Rational, b: Rational): number {
  const difference = a.numerator * b.denominator - b.numerator * a.denominator;
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}
