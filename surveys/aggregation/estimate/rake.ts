import { type CellMargin, findLargestError, findMarginError, type Weighting } from './margin.ts';
import { scaleToMargin } from './post-stratify.ts';
import type { SampleCell } from './sample-cells.ts';

/**
 * Raking (iterative proportional fitting): weights that meet every margin and keep, within the margins, the
 * ratios of the base weights.
 *
 * Over all respondents; sweeps through the margins until the largest relative margin error is at most
 * `tolerance`, at most `maxSweeps` times. Errors: a category without respondents, totals that disagree, or
 * `not-converged` with the margin and category that stayed apart (also how margins without a common solution
 * are found out).
 * Source: Deming & Stephan (1940), Annals of Mathematical Statistics 11, 427–444.
 */
export function rake(
  cells: readonly SampleCell[],
  margins: readonly CellMargin[],
  { tolerance = 1e-10, maxSweeps = 500 }: { readonly tolerance?: number; readonly maxSweeps?: number } = {},
): Weighting {
  const error = findMarginError(cells, margins);
  if (error) return { ok: false, error };
  let weights = cells.map((cell) => cell.baseWeight);
  for (let sweeps = 1; sweeps <= maxSweeps; sweeps++) {
    for (const margin of margins) weights = scaleToMargin(cells, weights, margin);
    if (findLargestError(cells, weights, margins).relativeError <= tolerance) {
      return { ok: true, weights, sweeps };
    }
  }
  const worst = findLargestError(cells, weights, margins);
  return { ok: false, error: { kind: 'not-converged', ...worst, sweeps: maxSweeps } };
}
