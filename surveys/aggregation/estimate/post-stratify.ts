import { itemAt } from '#surveys/item-at.ts';
import { type CellMargin, findMarginError, sumByCategory, type Weighting } from './margin.ts';
import type { SampleCell } from './sample-cells.ts';

/**
 * Post-stratification: scales the base weights so that each category of one margin sums to its population.
 *
 * Over all respondents. A category with people but no respondent is an error that names it, never dropped.
 * Source: Holt & Smith (1979), JRSS A 142, 33–46; equals R's `survey::postStratify`.
 */
export function postStratify(cells: readonly SampleCell[], margin: CellMargin): Weighting {
  const error = findMarginError(cells, [margin]);
  if (error) return { ok: false, error };
  const baseWeights = cells.map((cell) => cell.baseWeight);
  return { ok: true, weights: scaleToMargin(cells, baseWeights, margin), sweeps: 1 };
}

/** One step of raking: every weight times population over weighted sum of its category of the margin. */
export function scaleToMargin(
  cells: readonly SampleCell[],
  weights: readonly number[],
  margin: CellMargin,
): number[] {
  const sums = sumByCategory(cells, weights, margin);
  return weights.map((weight, index) => {
    const category = itemAt(margin.categoryOf, index);
    if (weight === 0) return 0;
    return (weight * (margin.categories[category]?.population ?? 0)) / (sums[category] ?? 0);
  });
}
