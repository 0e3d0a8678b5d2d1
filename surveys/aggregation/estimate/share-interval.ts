import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import { clopperPearson } from './clopper-pearson.ts';
import type { Interval } from './interval.ts';
import { tQuantile } from './tail-probability.ts';

export type ShareIntervalMethod = 'logit' | 'beta' | 'mean' | 'asin';

export interface ShareIntervalInput {
  /** The weighted share, 0–1. */
  readonly value: number;
  readonly standardError: number;
  /** n_base − strata; Infinity gives normal quantiles. */
  readonly df: number;
  /** Respondents in the base, for the Korn–Graubard adjustment. */
  readonly n: number;
  /** Kish's effective n of the base: carries the exact interval where the share is 0 or 1. */
  readonly effectiveN: number;
  readonly level: number;
}

/**
 * Interval of a weighted share.
 *
 * `logit` (default in the product) and `asin` transform and keep within 0–1; `beta` is Korn & Graubard's
 * exact-type interval; `mean` is symmetric and may leave 0–1. At a share of exactly 0 or 1, where linearisation
 * knows no error, every method gives Clopper–Pearson on the effective n. Null when df < 1. A standard error of
 * 0 (everybody observed) gives the point.
 * Source: Korn & Graubard (1998), Survey Methodology 24, 193–201; as R's `survey::svyciprop` (`xlogit`,
 * `beta`, `mean`, `asin`).
 */
export function shareInterval(method: ShareIntervalMethod, input: ShareIntervalInput): Interval | null {
  const { value: p, standardError, df, n, effectiveN, level } = input;
  if (!(df > 0)) return null;
  if (p <= 0 || p >= 1) {
    return clopperPearson({ x: p <= 0 ? 0 : effectiveN, n: effectiveN, level });
  }
  if (standardError === 0) return { lower: p, upper: p, level, method };
  const t = tQuantile((1 + level) / 2, df);
  switch (method) {
    case 'mean':
      return { lower: p - t * standardError, upper: p + t * standardError, level, method };
    case 'logit': {
      const centre = Math.log(p / (1 - p));
      const halfWidth = (t * standardError) / (p * (1 - p));
      return { lower: logistic(centre - halfWidth), upper: logistic(centre + halfWidth), level, method };
    }
    case 'asin': {
      const centre = Math.asin(Math.sqrt(p));
      const halfWidth = (t * standardError) / (2 * Math.sqrt(p * (1 - p)));
      return {
        lower: Math.sin(centre - halfWidth) ** 2,
        upper: Math.sin(centre + halfWidth) ** 2,
        level,
        method,
      };
    }
    case 'beta': {
      const tail = (1 - level) / 2;
      const plainSize = (p * (1 - p)) / standardError ** 2;
      const size = plainSize * (tQuantile(tail, n - 1) / tQuantile(tail, df)) ** 2;
      return {
        lower: betaQuantile(tail, size * p, size * (1 - p) + 1),
        upper: betaQuantile(1 - tail, size * p + 1, size * (1 - p)),
        level,
        method,
      };
    }
  }
}

function logistic(x: number): number {
  return 1 / (1 + Math.exp(-x));
}
