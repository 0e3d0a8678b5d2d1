import type { Outcome } from '#surveys/aggregation/estimate/sample-cells.ts';
import type { ReferenceSample } from '../reference-sample.ts';

export interface LogisticFit {
  readonly share: number;
  /** The share of the step before, at which R leaves its working weights. */
  readonly lastButOne: number;
  /** Weighted binomial deviance of a share. */
  readonly deviance: (share: number) => number;
}

/**
 * The share as R's `svyciprop(method = "logit")` prints it: an intercept-only logistic fit by reweighted least
 * squares that stops when the deviance moves by less than 1e-8, so that a rare event is off by some 1e-8.
 * `nRows` is the number of rows over which R scales the weights to mean 1 (the base, or all of a calibrated design).
 */
export function fitLogistic(
  sample: ReferenceSample,
  outcomes: readonly Outcome[],
  nRows: number,
): LogisticFit {
  const weightOf = (cell: number) => sample.weights[cell] ?? 0;
  const sum = outcomes.reduce((total, { cell, n }) => total + n * weightOf(cell), 0);
  const units = outcomes.map(({ cell, y, n }) => ({ y, n, w: (weightOf(cell) * nRows) / sum }));
  const deviance = (mu: (unit: { y: number; w: number }) => number) =>
    units.reduce(
      (total, unit) => total - 2 * unit.n * unit.w * Math.log(unit.y === 1 ? mu(unit) : 1 - mu(unit)),
      0,
    );
  let mu = ({ y, w }: { y: number; w: number }) => (w * y + 0.5) / (w + 1);
  let previous = deviance(mu);
  let share = 0;
  let lastButOne = 0;
  for (let step = 0; step < 25; step++) {
    let numerator = 0;
    let denominator = 0;
    for (const unit of units) {
      const m = mu(unit);
      const mass = unit.n * unit.w * m * (1 - m);
      numerator += mass * (Math.log(m / (1 - m)) + (unit.y - m) / (m * (1 - m)));
      denominator += mass;
    }
    lastButOne = share;
    share = 1 / (1 + Math.exp(-numerator / denominator));
    const fixed = share;
    mu = () => fixed;
    const next = deviance(mu);
    if (Math.abs(next - previous) / (Math.abs(next) + 0.1) < 1e-8) break;
    previous = next;
  }
  return { share, lastButOne, deviance: (other) => deviance(() => other) };
}
