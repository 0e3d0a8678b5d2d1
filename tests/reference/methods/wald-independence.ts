import { factorSymmetric } from '#surveys/aggregation/estimate/cholesky.ts';
import { fUpperTail } from '#surveys/aggregation/estimate/tail-probability.ts';
import { covarianceOfTotals } from '#surveys/aggregation/estimate/variance.ts';
import type { CategoryOutcome } from '#surveys/aggregation/estimate/weighted-distribution.ts';
import type { ReferenceSample } from '../reference-sample.ts';
import type { Got } from './got.ts';

interface WaldRequest {
  readonly nRows: number;
  readonly nColumns: number;
  readonly df: number;
  readonly isAdjusted: boolean;
}

/**
 * Wald test of independence on the estimated counts (Koch, Freeman & Freeman 1975), as R's svychisq offers.
 * The product shows Rao–Scott only: Wald is known to be far too liberal with many cells.
 */
export function waldIndependence(
  sample: ReferenceSample,
  outcomes: readonly CategoryOutcome[],
  { nRows, nColumns, df, isAdjusted }: WaldRequest,
): Got {
  const counts = new Array<number>(nRows * nColumns).fill(0);
  for (const { cell, category, n } of outcomes) {
    counts[category] = (counts[category] ?? 0) + n * (sample.weights[cell] ?? 0);
  }
  const at = (row: number, column: number) => counts[row * nColumns + column] ?? 0;
  const rowSum = (row: number) =>
    Array.from({ length: nColumns }, (_, j) => at(row, j)).reduce((a, b) => a + b);
  const columnSum = (column: number) =>
    Array.from({ length: nRows }, (_, i) => at(i, column)).reduce((a, b) => a + b);
  const total = counts.reduce((a, b) => a + b);
  const used = Array.from({ length: (nRows - 1) * (nColumns - 1) }, (_, index) => ({
    row: 1 + (index % (nRows - 1)),
    column: 1 + Math.floor(index / (nRows - 1)),
  }));
  const residuals = Float64Array.from(
    used,
    ({ row, column }) => at(row, column) - (rowSum(row) * columnSum(column)) / total,
  );
  const groups = outcomes.map(({ cell, category, n }) => {
    const [i, j] = [Math.floor(category / nColumns), category % nColumns];
    const u = used.map(({ row, column }) => {
      const own = i === row && j === column ? 1 : 0;
      const viaRow = i === row ? columnSum(column) / total : 0;
      const viaColumn = j === column ? rowSum(row) / total : 0;
      return own - viaRow - viaColumn + (rowSum(row) * columnSum(column)) / total ** 2;
    });
    return { cell, n, u };
  });
  const { matrix } = covarianceOfTotals(sample, groups, { nTotals: used.length });
  const solved = factorSymmetric(matrix.map((row) => Float64Array.from(row))).solve(residuals);
  const wald = residuals.reduce((sum, value, index) => sum + value * (solved[index] ?? 0), 0);
  const ndf = used.length;
  const ddf = isAdjusted ? df - ndf + 1 : df;
  const statistic = isAdjusted ? (wald * ddf) / (ndf * df) : wald / ndf;
  return { statistic, pValue: fUpperTail(statistic, ndf, ddf), ndf, ddf };
}
