import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import type { Interval } from './interval.ts';
import type { BinomialInput } from './wilson.ts';

/**
 * Clopper–Pearson's exact interval for a share x/n of the base; x and n may be effective (fractional) sizes.
 *
 * Covers at least `level` whatever the truth, so it serves x = 0, x = n and small groups. Lower end 0 at
 * x = 0, upper end 1 at x = n. Null when n = 0.
 * Source: Clopper & Pearson (1934), Biometrika 26, 404–413; equals R's `binom.test`.
 *
 * @example clopperPearson({ x: 13, n: 14, level: 0.95 }) // 0.6613 to 0.9982
 */
export function clopperPearson({ x, n, level }: BinomialInput): Interval | null {
  if (n <= 0) return null;
  const tail = (1 - level) / 2;
  return {
    lower: x <= 0 ? 0 : betaQuantile(tail, x, n - x + 1),
    upper: x >= n ? 1 : betaQuantile(1 - tail, x + 1, n - x),
    level,
    method: 'clopper-pearson',
  };
}
