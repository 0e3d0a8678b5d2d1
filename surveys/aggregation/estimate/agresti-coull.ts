import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import type { Interval } from './interval.ts';
import type { BinomialInput } from './wilson.ts';

/**
 * Agresti–Coull's interval for a share x/n of the base: Wald's around (x + z²/2)/(n + z²).
 *
 * Ends are cut at 0 and 1. Null when n = 0. Source: Agresti & Coull (1998), American Statistician 52, 119–126.
 * @example agrestiCoull({ x: 0, n: 10, level: 0.95 })
 *   // { lower: 0, upper: 0.320887…, level: 0.95, method: 'agresti-coull' }
 */
export function agrestiCoull({ x, n, level }: BinomialInput): Interval | null {
  if (n <= 0) return null;
  const z = normalQuantile((1 + level) / 2, 0, 1);
  const size = n + z * z;
  const centre = (x + (z * z) / 2) / size;
  const halfWidth = z * Math.sqrt((centre * (1 - centre)) / size);
  return {
    lower: Math.max(0, centre - halfWidth),
    upper: Math.min(1, centre + halfWidth),
    level,
    method: 'agresti-coull',
  };
}
