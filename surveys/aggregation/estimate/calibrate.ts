import { itemAt } from '#surveys/item-at.ts';
import { factorSymmetric } from './cholesky.ts';
import {
  type CellMargin,
  findLargestError,
  findMarginError,
  sumByCategory,
  type Weighting,
} from './margin.ts';
import { listColumns, normalEquations } from './regression-residuals.ts';
import type { SampleCell } from './sample-cells.ts';

/**
 * How far a weight may move from its base weight: `linear` (chi-squared distance; weights can become
 * negative), `linear-bounded` and `logit` keep the ratio g within `bounds`, `raking` keeps it positive.
 */
export type Distance =
  | { readonly kind: 'linear' }
  | { readonly kind: 'raking' }
  | { readonly kind: 'linear-bounded'; readonly bounds: readonly [number, number] }
  | { readonly kind: 'logit'; readonly bounds: readonly [number, number] };

/**
 * Calibration: weights w = base × g(x'λ) that meet every margin, by Newton's method on λ.
 *
 * Over all respondents. Errors as for raking; bounds that no solution fits end as `not-converged` with the
 * margin and category that stayed apart. `raking` here and `rake` have the same solution.
 * Source: Deville & Särndal (1992), JASA 87, 376–382; agrees with R's `survey::calibrate`.
 */
export function calibrate(
  cells: readonly SampleCell[],
  margins: readonly CellMargin[],
  distance: Distance,
  { tolerance = 1e-12, maxSteps = 200 }: { readonly tolerance?: number; readonly maxSteps?: number } = {},
): Weighting {
  const error = findMarginError(cells, margins);
  if (error) return { ok: false, error };
  const columns = listColumns(margins);
  const ratio = ratioFunction(distance);
  const linearPart = (lambda: Float64Array) =>
    cells.map((_, cell) => columns.columnOf.reduce((sum, of) => sum + (lambda[itemAt(of, cell)] ?? 0), 0));
  const weigh = (lambda: Float64Array) =>
    linearPart(lambda).map((u, cell) => (cells[cell]?.baseWeight ?? 0) * ratio.value(u));
  let lambda = new Float64Array(columns.nColumns);
  let weights = weigh(lambda);
  let worst = findLargestError(cells, weights, margins);
  for (let steps = 0; steps < maxSteps; steps++) {
    if (worst.relativeError <= tolerance) return { ok: true, weights, sweeps: steps };
    const slopes = linearPart(lambda).map((u) => ratio.slope(u));
    const normal = normalEquations(
      cells,
      columns,
      (cell) => (cells[cell]?.baseWeight ?? 0) * (slopes[cell] ?? 0),
    );
    const direction = factorSymmetric(normal).solve(listGaps(cells, weights, margins));
    let isBetter = false;
    // Halving keeps Newton inside the region where the margins come closer.
    for (let size = 1; size > 1e-9 && !isBetter; size /= 2) {
      const next = lambda.map((value, index) => value + size * (direction[index] ?? 0));
      const nextWeights = weigh(next);
      const nextWorst = findLargestError(cells, nextWeights, margins);
      if (!(nextWorst.relativeError < worst.relativeError)) continue;
      isBetter = true;
      lambda = next;
      weights = nextWeights;
      worst = nextWorst;
    }
    if (!isBetter) break;
  }
  // Rounding can stop the last steps a little above the tolerance asked for.
  if (worst.relativeError <= Math.max(tolerance, 1e-9)) return { ok: true, weights, sweeps: maxSteps };
  return { ok: false, error: { kind: 'not-converged', ...worst, sweeps: maxSteps } };
}

function listGaps(cells: readonly SampleCell[], weights: readonly number[], margins: readonly CellMargin[]) {
  return Float64Array.from(
    margins.flatMap((margin) => {
      const sums = sumByCategory(cells, weights, margin);
      return margin.categories.map(({ population }, index) => population - (sums[index] ?? 0));
    }),
  );
}

function ratioFunction(distance: Distance): { value: (u: number) => number; slope: (u: number) => number } {
  switch (distance.kind) {
    case 'linear':
      return { value: (u) => 1 + u, slope: () => 1 };
    case 'raking':
      return { value: (u) => Math.exp(u), slope: (u) => Math.exp(u) };
    case 'linear-bounded': {
      const [low, high] = distance.bounds;
      return {
        value: (u) => Math.min(high, Math.max(low, 1 + u)),
        slope: (u) => (1 + u > low && 1 + u < high ? 1 : 0),
      };
    }
    case 'logit': {
      const [low, high] = distance.bounds;
      const steepness = (high - low) / ((1 - low) * (high - 1));
      const weightOf = (u: number) => Math.exp(steepness * u);
      const value = (u: number) => {
        const e = weightOf(u);
        if (e === Number.POSITIVE_INFINITY) return high;
        return (low * (high - 1) + high * (1 - low) * e) / (high - 1 + (1 - low) * e);
      };
      return {
        value,
        slope: (u) => ((value(u) - low) * (high - value(u)) * steepness) / (high - low),
      };
    }
  }
}
