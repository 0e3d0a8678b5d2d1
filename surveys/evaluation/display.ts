import type { Target } from '#surveys/plan/indicator.ts';
import { exactPercent } from './exact-value.ts';
import { isTargetMet } from './official.ts';
import { parseDecimal, type Rational } from './rational.ts';

/** What stands in the place of a figure that does not exist (nobody in the base). */
export const noFigure = '—';

/**
 * An exact value with a fixed number of decimals, halves rounded up (away from zero below it), as in
 * 小数第2位を四捨五入.
 * @throws RangeError For decimals that are not a whole number ≥ 0.
 * @example formatRational({ numerator: 205n, denominator: 4n }, 1) // '51.3'
 */
export function formatRational(value: Rational, decimals: number): string {
  if (!Number.isInteger(decimals) || decimals < 0)
    throw new RangeError(`not a number of decimals: ${decimals}`);
  const isNegative = value.numerator < 0n;
  const scaled = (isNegative ? -value.numerator : value.numerator) * 10n ** BigInt(decimals);
  const units = (2n * scaled + value.denominator) / (2n * value.denominator);
  const digits = units.toString().padStart(decimals + 1, '0');
  const sign = isNegative && units > 0n ? '-' : '';
  if (decimals === 0) return `${sign}${digits}`;
  return `${sign}${digits.slice(0, -decimals)}.${digits.slice(-decimals)}`;
}

/**
 * The percentage of x positives among n in the base, without its unit; `—` for an empty base.
 *
 * Rounded from the integers, because `(x / n * 100).toFixed(1)` is wrong in many half cases.
 * @throws RangeError Unless x and n are whole numbers with 0 ≤ x ≤ n.
 * @example formatPercent(41, 80) // '51.3' (51.25 %, where the float gives 51.2)
 */
export function formatPercent(x: number, n: number, decimals = 1): string {
  const value = exactPercent(x, n);
  return value === null ? noFigure : formatRational(value, decimals);
}

/**
 * An exact value beside its target: where rounding would put it on the other side of the target, decimals are
 * added one at a time until it does not (49.96 under a target of 50 is shown as 49.96, not 50.0).
 * @example formatBesideTarget({ numerator: 4996n, denominator: 100n }, { value: 50 }, 1) // '49.96'
 */
export function formatBesideTarget(value: Rational, target: Pick<Target, 'value'>, decimals: number): string {
  const text = formatRational(value, decimals);
  return isTargetMet(parseDecimal(text), target) === isTargetMet(value, target)
    ? text
    : formatBesideTarget(value, target, decimals + 1);
}
