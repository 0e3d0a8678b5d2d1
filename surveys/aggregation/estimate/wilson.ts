import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Interval } from './interval.ts';

export interface BinomialInput {
  /** Positives; may be a fraction when `n` is an effective size. */
  readonly x: number;
  /** The base: everybody in the denominator. */
  readonly n: number;
  /** Coverage, 0–1. */
  readonly level: number;
}

/**
 * Wilson's score interval for a share x/n of the base.
 *
 * Both ends lie in 0–1; at x = 0 the lower end is exactly 0, at x = n the upper is exactly 1. Null when n = 0.
 * Source: Wilson (1927), JASA 22, 209–212; equals R's `prop.test(x, n, correct = FALSE)`.
 *
 * @example wilson({ x: 359, n: 700, level: 0.95 }) // 0.4759 to 0.5497
 */
export function wilson({ x, n, level }: BinomialInput): Interval | null {
  if (n <= 0) return null;
  const z = normalQuantile((1 + level) / 2, 0, 1);
  const p = x / n;
  const shrink = 1 + (z * z) / n;
  const centre = (p + (z * z) / (2 * n)) / shrink;
  const halfWidth = (z * Math.sqrt((p * (1 - p)) / n + (z * z) / (4 * n * n))) / shrink;
  return {
    lower: x <= 0 ? 0 : Math.max(0, centre - halfWidth),
    upper: x >= n ? 1 : Math.min(1, centre + halfWidth),
    level,
    method: 'wilson',
  };
}

/**
 * Wilson's interval for a base drawn without replacement from N: n is replaced by n(N−1)/(N−n) throughout.
 *
 * `populationSize` N is the population of the base, N ≥ n; everybody asked (n = N) gives the point itself.
 * Null when n = 0.
 *
 * @throws RangeError when N < n.
 * @example wilsonFinite({ x: 30, n: 100, level: 0.95, populationSize: 200 })
 *   // { lower: 0.240610…, upper: 0.366964…, level: 0.95, method: 'wilson-fpc' }
 */
export function wilsonFinite(input: BinomialInput & { readonly populationSize: number }): Interval | null {
  const { x, n, level, populationSize } = input;
  if (n <= 0) return null;
  if (populationSize < n) throw new RangeError(`population ${populationSize} is smaller than the base ${n}`);
  if (populationSize === n) return { lower: x / n, upper: x / n, level, method: 'wilson-fpc' };
  const inflation = (populationSize - 1) / (populationSize - n);
  const interval = wilson({ x: x * inflation, n: n * inflation, level });
  return interval && { ...interval, method: 'wilson-fpc' };
}
