import { type CellMargin, sumByCategory } from '#surveys/aggregation/estimate/margin.ts';
import { scaleToMargin } from '#surveys/aggregation/estimate/post-stratify.ts';
import type { ResidualAdjustment, SampleCell } from '#surveys/aggregation/estimate/sample-cells.ts';

/**
 * Raking and its residuals as R's `survey::rake` 4.1 does them: it stops when no count of the table crossed by
 * all margins moves by `epsilon` (people, or a share of the total below 1), whether or not the margins hold;
 * and it takes residuals by ten sweeps of unweighted category means instead of the base-weighted regression.
 */
export function rakeAsR(
  cells: readonly SampleCell[],
  margins: readonly CellMargin[],
  { epsilon, maxSweeps }: { readonly epsilon: number; readonly maxSweeps: number },
): { readonly weights: readonly number[]; readonly residuals: ResidualAdjustment } {
  let weights: readonly number[] = cells.map((cell) => cell.baseWeight);
  const total = cells.reduce((sum, cell) => sum + cell.n * cell.baseWeight, 0);
  const limit = epsilon < 1 ? epsilon * total : epsilon;
  const crossed = crossMargins(margins);
  let table = sumByCategory(cells, weights, crossed);
  const stepWeights: (readonly number[])[] = [];
  for (let sweep = 0; sweep < maxSweeps; sweep++) {
    margins.forEach((margin, index) => {
      weights = scaleToMargin(cells, weights, margin);
      stepWeights[index] = weights;
    });
    const next = sumByCategory(cells, weights, crossed);
    const delta = next.reduce(
      (largest, value, index) => Math.max(largest, Math.abs(value - (table[index] ?? 0))),
      0,
    );
    table = next;
    if (delta < limit) break;
  }
  const final = weights;
  return { weights: final, residuals: sweepResiduals(cells, margins, final, stepWeights) };
}

function sweepResiduals(
  cells: readonly SampleCell[],
  margins: readonly CellMargin[],
  weights: readonly number[],
  stepWeights: readonly (readonly number[])[],
): ResidualAdjustment {
  const sizes = margins.map((margin) => {
    const n = new Float64Array(margin.categories.length);
    cells.forEach((cell, index) => {
      const category = margin.categoryOf[index] as number;
      n[category] = (n[category] ?? 0) + cell.n;
    });
    return n;
  });
  return (cellSums) => {
    const shift = new Float64Array(cells.length);
    for (let sweep = 0; sweep < 10; sweep++) {
      margins.forEach((margin, m) => {
        const step = stepWeights[m] ?? [];
        const means = new Float64Array(margin.categories.length);
        cells.forEach((cell, index) => {
          const category = margin.categoryOf[index] as number;
          const total = (weights[index] ?? 0) * (cellSums[index] ?? 0) + cell.n * (shift[index] ?? 0);
          means[category] = (means[category] ?? 0) + total / (step[index] ?? 1) / (sizes[m]?.[category] ?? 1);
        });
        cells.forEach((_, index) => {
          const category = margin.categoryOf[index] as number;
          shift[index] = (shift[index] ?? 0) - (step[index] ?? 0) * (means[category] ?? 0);
        });
      });
    }
    return shift;
  };
}

function crossMargins(margins: readonly CellMargin[]): CellMargin {
  const known = new Map<string, number>();
  const nCells = margins[0]?.categoryOf.length ?? 0;
  const categoryOf = Array.from({ length: nCells }, (_, cell) => {
    const key = margins.map((margin) => margin.categoryOf[cell]).join(' ');
    const index = known.get(key) ?? known.size;
    known.set(key, index);
    return index;
  });
  return {
    name: 'all',
    categories: [...known.keys()].map((label) => ({ label, population: 1 })),
    categoryOf,
  };
}
