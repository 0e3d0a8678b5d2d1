import { summariseWeights, type WeightSummary } from './kish.ts';
import type { Outcome, WeightedSample } from './sample-cells.ts';
import { covarianceOfTotals, type LonelyStratum } from './variance.ts';

export interface WeightedMean {
  /** Σ w y / Σ w over the base. */
  readonly value: number;
  readonly standardError: number;
  readonly variance: number;
  /** Unweighted Σ y over the base: for a share, the number of positives. */
  readonly sumY: number;
  /** Weighted variance of y in the base, with n/(n − 1); NaN below two. */
  readonly spread: number;
  /** n_base − strata with somebody in the base. */
  readonly df: number;
  readonly base: WeightSummary;
  readonly lonelyStrata: readonly string[];
}

/**
 * Weighted mean (a share when y is 0 or 1) of those in the base, with its linearised standard error.
 *
 * Denominator: the respondents that `outcomes` lists; all others of the sample are out of the base and enter
 * the variance with 0, as a domain estimate asks. Unit of y; shares 0–1. An empty base, or one with weight 0
 * only, gives null, never 0.
 * Source: Särndal, Swensson & Wretman (1992), 5.7 and 10.3; agrees with R's `survey::svymean` on a subset.
 *
 * @throws RangeError for a stratum with one respondent when `lonely` is `fail`.
 */
export function weightedMean(
  sample: WeightedSample,
  outcomes: readonly Outcome[],
  options: { readonly lonely?: LonelyStratum } = {},
): WeightedMean | null {
  const weightOf = (cell: number) => sample.weights[cell] ?? 0;
  const base = summariseWeights(outcomes.map(({ cell, n }) => ({ weight: weightOf(cell), n })));
  if (base === null) return null;
  const { sumWeights } = base;
  let weighted = 0;
  let sumY = 0;
  for (const { cell, y, n } of outcomes) {
    weighted += n * weightOf(cell) * y;
    if (weightOf(cell) !== 0) sumY += n * y;
  }
  const value = isConstant(outcomes) ? (outcomes[0]?.y ?? 0) : weighted / sumWeights;
  const { matrix, lonelyStrata } = covarianceOfTotals(
    sample,
    outcomes.map(({ cell, y, n }) => ({ cell, n, u: [(y - value) / sumWeights] })),
    { nTotals: 1, ...options },
  );
  const variance = matrix[0]?.[0] ?? 0;
  let squares = 0;
  for (const { cell, y, n } of outcomes) squares += n * weightOf(cell) * (y - value) ** 2;
  return {
    value,
    standardError: Math.sqrt(variance),
    variance,
    sumY,
    spread: ((squares / sumWeights) * base.n) / (base.n - 1),
    df: degreesOfFreedom(sample, outcomes),
    base,
    lonelyStrata,
  };
}

/**
 * Degrees of freedom of a figure: respondents of its base less the strata that hold one of them.
 */
export function degreesOfFreedom(
  sample: WeightedSample,
  group: Iterable<{ cell: number; n: number }>,
): number {
  const strata = new Set<string>();
  let n = 0;
  for (const item of group) {
    if (item.n === 0 || sample.weights[item.cell] === 0) continue;
    n += item.n;
    strata.add(sample.cells[item.cell]?.stratum ?? '');
  }
  return n - strata.size;
}

/** When all say the same, the mean is exactly that: a rounded 0.9999999999999999 would not be recognised. */
function isConstant(outcomes: readonly Outcome[]): boolean {
  return outcomes.every(({ y }) => y === outcomes[0]?.y);
}
