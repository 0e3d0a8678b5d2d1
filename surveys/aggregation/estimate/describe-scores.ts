import { max, median, min, quantile } from 'simple-statistics';

/** How scores spread, in points. */
export interface ScoreSummary {
  readonly n: number;
  readonly min: number;
  /** Quartiles between two scores are interpolated (Hyndman and Fan 1996, definition 7, R's default). */
  readonly lowerQuartile: number;
  readonly median: number;
  readonly upperQuartile: number;
  readonly max: number;
}

/**
 * Describes scores that were given one by one (mystery-shopper visits); null without scores. Nothing is weighted
 * and nothing estimated: this is what was seen.
 * Source: simple-statistics, exact for lists of numbers.
 * @example describeScores([2, 3, 4]) // median 3
 */
export function describeScores(scores: readonly number[]): ScoreSummary | null {
  if (scores.length === 0) return null;
  const values = [...scores];
  return {
    n: values.length,
    min: min(values),
    lowerQuartile: quantile(values, 0.25),
    median: median(values),
    upperQuartile: quantile(values, 0.75),
    max: max(values),
  };
}
