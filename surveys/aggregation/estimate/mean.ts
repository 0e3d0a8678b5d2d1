import tQuantile from '@stdlib/stats-base-dists-t-quantile';
import type { Interval } from './interval.ts';

/** Scores with how often each occurred; `n` may not be negative. */
export interface ScoreCount {
  readonly score: number;
  readonly n: number;
}

export interface MeanOfScores {
  readonly n: number;
  /** Null when nobody is in the base. */
  readonly mean: number | null;
  /** Standard deviation with divisor n − 1; null below two units. */
  readonly sd: number | null;
}

/**
 * Mean and standard deviation of counted scores, unit = visit (or response) in the base.
 *
 * The two-pass form is used because Σs² − (Σs)²/n cancels for close scores. simple-statistics works on one
 * value per unit, which would make this cost grow with the number of responses.
 * @example meanOfScores([{ score: 3, n: 2 }, { score: 5, n: 2 }]) // { n: 4, mean: 4, sd: 1.154700… }
 */
export function meanOfScores(counts: readonly ScoreCount[]): MeanOfScores {
  let n = 0;
  let sum = 0;
  for (const count of counts) {
    n += count.n;
    sum += count.n * count.score;
  }
  if (n === 0) return { n, mean: null, sd: null };
  const mean = sum / n;
  if (n < 2) return { n, mean, sd: null };
  let squares = 0;
  for (const count of counts) squares += count.n * (count.score - mean) ** 2;
  return { n, mean, sd: Math.sqrt(squares / (n - 1)) };
}

/**
 * Student's t interval of a mean, in the unit of the scores and not cut at the ends of the scale.
 *
 * Finite population: pass the number of units N that could have been seen and the half-width shrinks by
 * sqrt(1 − n/N); n = N gives the point. Null below two units, and when all scores are the same without all
 * having been seen: a spread of 0 is then not believed.
 * Source: equals R's `t.test(s)$conf.int`; Cochran (1977), Sampling Techniques, 2.23.
 * @example meanInterval({ n: 4, mean: 4, sd: 1 }, { level: 0.95, populationSize: 4 })
 *   // { lower: 4, upper: 4, level: 0.95, method: 't' }
 */
export function meanInterval(
  { n, mean, sd }: MeanOfScores,
  { level, populationSize }: { readonly level: number; readonly populationSize: number | null },
): Interval | null {
  if (mean === null || sd === null) return null;
  const fraction = populationSize === null ? 0 : Math.min(1, n / populationSize);
  if (sd === 0 && fraction < 1) return null;
  const halfWidth = tQuantile((1 + level) / 2, n - 1) * sd * Math.sqrt((1 - fraction) / n);
  return { lower: mean - halfWidth, upper: mean + halfWidth, level, method: 't' };
}
