import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Interval } from './interval.ts';
import type { BinomialInput } from './wilson.ts';

/**
 * The textbook interval p ∓ z·sqrt(p(1−p)/n · (N−n)/(N−1)) that municipal reports print.
 *
 * Offered for comparison with such reports only: it may leave 0–1 and is a point at x = 0 and x = n. Pass
 * `populationSize` null for an unlimited population. Null when n = 0.
 * @example wald({ x: 30, n: 100, level: 0.95, populationSize: null })
 *   // { lower: 0.210183…, upper: 0.389816…, level: 0.95, method: 'wald' }
 */
export function wald(input: BinomialInput & { readonly populationSize: number | null }): Interval | null {
  const { x, n, level, populationSize } = input;
  if (n <= 0) return null;
  const p = x / n;
  const fpc = populationSize === null ? 1 : (populationSize - n) / (populationSize - 1);
  const halfWidth = normalQuantile((1 + level) / 2, 0, 1) * Math.sqrt((fpc * p * (1 - p)) / n);
  return { lower: p - halfWidth, upper: p + halfWidth, level, method: 'wald' };
}
