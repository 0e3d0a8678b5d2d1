/** How unequal weights are, and what that costs. */
export interface WeightSummary {
  readonly n: number;
  readonly sumWeights: number;
  /** n Σw² / (Σw)²: 1 for equal weights. */
  readonly kishDeff: number;
  /** (Σw)² / Σw²: the equally weighted sample that would be as precise. */
  readonly effectiveN: number;
  readonly minWeight: number;
  readonly maxWeight: number;
}

/**
 * Summarises the weights of a group of respondents, those of weight 0 left out. Null for an empty group.
 *
 * Source: Kish (1965), Survey Sampling, 11.2C.
 * @example summariseWeights([{ weight: 1, n: 2 }, { weight: 3, n: 1 }])
 *   // { n: 3, sumWeights: 5, kishDeff: 1.32, effectiveN: 2.272727…, minWeight: 1, maxWeight: 3 }
 */
export function summariseWeights(
  items: Iterable<{ readonly weight: number; readonly n: number }>,
): WeightSummary | null {
  let n = 0;
  let sum = 0;
  let squares = 0;
  let minWeight = Number.POSITIVE_INFINITY;
  let maxWeight = Number.NEGATIVE_INFINITY;
  for (const item of items) {
    if (item.n === 0 || item.weight === 0) continue;
    n += item.n;
    sum += item.n * item.weight;
    squares += item.n * item.weight * item.weight;
    minWeight = Math.min(minWeight, item.weight);
    maxWeight = Math.max(maxWeight, item.weight);
  }
  if (n === 0) return null;
  return {
    n,
    sumWeights: sum,
    kishDeff: (n * squares) / (sum * sum),
    effectiveN: (sum * sum) / squares,
    minWeight,
    maxWeight,
  };
}
