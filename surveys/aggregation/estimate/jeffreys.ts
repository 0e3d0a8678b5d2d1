import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import type { Interval } from './interval.ts';
import type { BinomialInput } from './wilson.ts';

/**
 * Jeffreys' equal-tailed interval for a share x/n of the base, from the Beta(x + ½, n − x + ½) posterior.
 *
 * As Brown, Cai & DasGupta recommend, the lower end is 0 at x = 0 and the upper end 1 at x = n. Null when
 * n = 0. Source: Brown, Cai & DasGupta (2001), Statistical Science 16, 101–133.
 * @example jeffreys({ x: 0, n: 10, level: 0.95 })
 *   // { lower: 0, upper: 0.217196…, level: 0.95, method: 'jeffreys' }
 */
export function jeffreys({ x, n, level }: BinomialInput): Interval | null {
  if (n <= 0) return null;
  const tail = (1 - level) / 2;
  return {
    lower: x <= 0 ? 0 : betaQuantile(tail, x + 0.5, n - x + 0.5),
    upper: x >= n ? 1 : betaQuantile(1 - tail, x + 0.5, n - x + 0.5),
    level,
    method: 'jeffreys',
  };
}
