import { divide, parseDecimal, type Rational } from './rational.ts';

/*
 * A result in the unit of its target (percent, points, 件) as an exact fraction. Comparison and display start
 * from it; floats never decide on which side of a target a result lies.
 */

/**
 * The percentage 100·x/n of x positives among n in the base; null for an empty base.
 * @throws RangeError Unless x and n are whole numbers with 0 ≤ x ≤ n.
 * @example exactPercent(41, 80) // { numerator: 4100n, denominator: 80n }
 * @example exactPercent(0, 0) // null
 */
export function exactPercent(x: number, n: number): Rational | null {
  if (!Number.isSafeInteger(x) || !Number.isSafeInteger(n) || x < 0 || x > n) {
    throw new RangeError(`not a share: ${x} of ${n}`);
  }
  return n === 0 ? null : divide(100n * BigInt(x), n);
}

/**
 * The mean sum/n in points over n visits (or responses) in the base; null for an empty base. Where visits
 * have different numbers of items, pass numerator and denominator on their common denominator.
 * @throws RangeError For a negative n and for numbers that are not finite.
 * @example exactMean(17, 5) // { numerator: 17n, denominator: 5n }
 */
export function exactMean(sum: number, n: number): Rational | null {
  if (n < 0) throw new RangeError(`not a base: ${n}`);
  return n === 0 ? null : divide(sum, n);
}

/**
 * A count in 件; null where nothing was recorded, which is not 0.
 * @throws RangeError For a number that is not finite.
 * @example exactCount(3) // { numerator: 3n, denominator: 1n }
 * @example exactCount(null) // null
 */
export function exactCount(count: number | null): Rational | null {
  return count === null ? null : parseDecimal(String(count));
}
