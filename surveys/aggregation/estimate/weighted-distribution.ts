import { summariseWeights, type WeightSummary } from './kish.ts';
import type { WeightedSample } from './sample-cells.ts';
import { covarianceOfTotals } from './variance.ts';
import { degreesOfFreedom } from './weighted-mean.ts';

/** Respondents of a cell who gave the answer `category` (an index). */
export interface CategoryOutcome {
  readonly cell: number;
  readonly category: number;
  readonly n: number;
}

export interface WeightedDistribution {
  /** Weighted share of each category among those who gave any of them; sums to 1. */
  readonly shares: readonly number[];
  readonly standardErrors: readonly number[];
  readonly covariance: readonly (readonly number[])[];
  readonly weightedCounts: readonly number[];
  readonly counts: readonly number[];
  readonly df: number;
  readonly base: WeightSummary;
  readonly lonelyStrata: readonly string[];
}

/**
 * Weighted distribution of one question (or of two, as crossed categories) with its covariance matrix.
 *
 * Denominator: respondents listed in `outcomes`; the others are outside the base. Shares 0–1; a category
 * nobody chose has share 0. Null when the base is empty.
 * Source: as `weightedMean` of every category's dummy; agrees with R's `survey::svymean(~factor)`.
 */
export function weightedDistribution(
  sample: WeightedSample,
  outcomes: readonly CategoryOutcome[],
  nCategories: number,
): WeightedDistribution | null {
  const weightOf = (cell: number) => sample.weights[cell] ?? 0;
  const base = summariseWeights(outcomes.map(({ cell, n }) => ({ weight: weightOf(cell), n })));
  if (base === null) return null;
  const weightedCounts = new Array<number>(nCategories).fill(0);
  const counts = new Array<number>(nCategories).fill(0);
  for (const { cell, category, n } of outcomes) {
    weightedCounts[category] = (weightedCounts[category] ?? 0) + n * weightOf(cell);
    counts[category] = (counts[category] ?? 0) + n;
  }
  const shares = weightedCounts.map((count) => count / base.sumWeights);
  const { matrix, lonelyStrata } = covarianceOfTotals(
    sample,
    outcomes.map(({ cell, category, n }) => ({
      cell,
      n,
      u: shares.map((share, index) => ((index === category ? 1 : 0) - share) / base.sumWeights),
    })),
    { nTotals: nCategories },
  );
  return {
    shares,
    standardErrors: matrix.map((row, index) => Math.sqrt(Math.max(0, row[index] ?? 0))),
    covariance: matrix,
    weightedCounts,
    counts,
    df: degreesOfFreedom(sample, outcomes),
    base,
    lonelyStrata,
  };
}
