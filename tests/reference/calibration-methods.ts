import { calibrate, type Distance } from '#surveys/aggregation/estimate/calibrate.ts';
import {
  type CalibrationError,
  type CellMargin,
  findMarginError,
  type Weighting,
} from '#surveys/aggregation/estimate/margin.ts';
import { postStratify } from '#surveys/aggregation/estimate/post-stratify.ts';
import { rake } from '#surveys/aggregation/estimate/rake.ts';
import { regressionResiduals } from '#surveys/aggregation/estimate/regression-residuals.ts';
import type { ResidualAdjustment, SampleCell } from '#surveys/aggregation/estimate/sample-cells.ts';
import { trimWeights } from '#surveys/aggregation/estimate/trim-weights.ts';
import { rakeAsR } from './rake-as-r.ts';
import { type Calibration, UnsupportedCase } from './reference-case.ts';

export interface Calibrated {
  readonly weights: readonly number[];
  readonly residuals: ResidualAdjustment | null;
}

/**
 * Weights of a case's `calibration`, and what it does to residuals.
 *
 * @throws RangeError with our error where the engine refuses; UnsupportedCase for an unknown method.
 */
export function applyCalibration(
  cells: readonly SampleCell[],
  margins: readonly CellMargin[],
  calibration: Calibration | null,
): Calibrated {
  const baseWeights = cells.map((cell) => cell.baseWeight);
  if (calibration === null) return { weights: baseWeights, residuals: null };
  const { method } = calibration;
  const withRegression = (weighting: Weighting): Calibrated => {
    const weights = unwrap(weighting);
    return { weights, residuals: regressionResiduals(cells, weights, margins) };
  };
  switch (method) {
    case 'postStratify':
      return withRegression(postStratify(cells, margins[0] as CellMargin));
    case 'calibrate-linear':
      return withRegression(calibrate(cells, margins, { kind: 'linear' }));
    case 'calibrate-raking':
      // The product's own path: iterative fitting, then residuals by base-weighted regression.
      return withRegression(rakeOrSolve(cells, margins));
    case 'calibrate-linear-bounded':
      return withRegression(calibrate(cells, margins, boundedBy('linear-bounded', calibration)));
    case 'calibrate-logit-bounded':
      return withRegression(calibrate(cells, margins, boundedBy('logit', calibration)));
    case 'calibrate-trim':
      return withRegression(calibrateAndTrim(cells, margins, calibration));
    case 'rake-default-control':
      return rakeLikeR(cells, margins, {
        epsilon: calibration.epsilon ?? 1,
        maxSweeps: calibration.maxit ?? 10,
      });
    default:
  }
  if (method === 'rake' || /^rake-maxit\d+$/.test(method)) {
    const maxSweeps = calibration.maxit ?? 2000;
    return rakeLikeR(cells, margins, { epsilon: calibration.epsilon ?? 1e-14, maxSweeps });
  }
  if (method.startsWith('trimWeights')) return trimAfterRaking(cells, margins, calibration);
  throw new UnsupportedCase(`calibration method ${method}`);
}

/** Sweeping crawls where margins are nearly dependent; Newton's method then finds the same weights. */
function rakeOrSolve(cells: readonly SampleCell[], margins: readonly CellMargin[]): Weighting {
  const swept = rake(cells, margins, { tolerance: 1e-13 });
  if (swept.ok || swept.error.kind !== 'not-converged') return swept;
  const solved = calibrate(cells, margins, { kind: 'raking' });
  return solved.ok ? solved : swept;
}

function rakeLikeR(
  cells: readonly SampleCell[],
  margins: readonly CellMargin[],
  control: { epsilon: number; maxSweeps: number },
): Calibrated {
  const error = findMarginError(cells, margins);
  if (error) throw new RangeError(describeError(error));
  return rakeAsR(cells, margins, control);
}

function trimAfterRaking(
  cells: readonly SampleCell[],
  margins: readonly CellMargin[],
  { lower, upper, strict }: Calibration,
): Calibrated {
  const raked =
    margins.length > 0
      ? rakeAsR(cells, margins, { epsilon: 1e-14, maxSweeps: 2000 }).weights
      : cells.map((cell) => cell.baseWeight);
  const weights = trimWeights(cells, raked, {
    ...(typeof lower === 'number' ? { lower } : {}),
    ...(typeof upper === 'number' ? { upper } : {}),
    isStrict: strict ?? false,
  });
  if (weights === null) throw new RangeError('no weight is left to take what trimming cut');
  // R keeps the residual weights of before the trimming; the product regresses with the trimmed ones.
  return { weights, residuals: margins.length > 0 ? regressionResiduals(cells, weights, margins) : null };
}

/** R's `calibrate(trim=)`: cut the ratios g to the bounds, add the surplus as one constant to the others. */
function calibrateAndTrim(
  cells: readonly SampleCell[],
  margins: readonly CellMargin[],
  { trim }: Calibration,
): Weighting {
  const weights = unwrap(rakeOrSolve(cells, margins));
  const [low, high] = trim ?? [0, Number.POSITIVE_INFINITY];
  const ratios = weights.map((weight, index) => weight / (cells[index]?.baseWeight ?? 1));
  let surplus = 0;
  let untouched = 0;
  cells.forEach(({ n, baseWeight }, index) => {
    const ratio = ratios[index] ?? 1;
    const cut = Math.max(low, Math.min(high, ratio));
    if (cut === ratio) untouched += n * baseWeight;
    else surplus += n * baseWeight * (ratio - cut);
  });
  const trimmed = ratios.map((ratio, index) => {
    const cut = Math.max(low, Math.min(high, ratio));
    return (cells[index]?.baseWeight ?? 0) * (cut === ratio ? ratio + surplus / untouched : cut);
  });
  return { ok: true, weights: trimmed, sweeps: 0 };
}

function boundedBy(kind: 'linear-bounded' | 'logit', { bounds }: Calibration): Distance {
  if (!bounds) throw new UnsupportedCase(`${kind} without bounds`);
  return { kind, bounds };
}

function unwrap(weighting: Weighting): readonly number[] {
  if (weighting.ok) return weighting.weights;
  throw new RangeError(describeError(weighting.error));
}

function describeError(error: CalibrationError): string {
  return Object.values(error).join(' ');
}
