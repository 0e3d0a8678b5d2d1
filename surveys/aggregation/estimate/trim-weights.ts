import type { SampleCell } from './sample-cells.ts';

export interface TrimBounds {
  readonly lower?: number;
  readonly upper?: number;
  /** Repeat until nothing lies outside; else one pass, after which the shared surplus may push a few over. */
  readonly isStrict: boolean;
}

/**
 * Cuts weights to the bounds and shares what was cut equally among the respondents that were not.
 *
 * The sum of the weights stays; margins no longer hold exactly. With `isStrict` passes repeat until no weight
 * is outside by more than rounding (R's loop can go on for ever there). When nobody is left to take the
 * surplus (bounds that the mean weight does not fit) the answer is null.
 * Source: Potter (1990); equals R's `survey::trimWeights`.
 */
export function trimWeights(
  cells: readonly SampleCell[],
  weights: readonly number[],
  { lower = Number.NEGATIVE_INFINITY, upper = Number.POSITIVE_INFINITY, isStrict }: TrimBounds,
): readonly number[] | null {
  const slack = 1e-12;
  const isOutside = (weight: number) =>
    weight < lower - slack * Math.abs(lower) || weight > upper + slack * Math.abs(upper);
  let current = weights;
  for (let pass = 0; pass < 10_000; pass++) {
    if (!current.some(isOutside)) return current;
    let surplus = 0;
    let nUntouched = 0;
    current.forEach((weight, index) => {
      const n = cells[index]?.n ?? 0;
      if (isOutside(weight)) surplus += n * (weight - clamp(weight, lower, upper));
      else nUntouched += n;
    });
    if (nUntouched === 0) return null;
    const share = surplus / nUntouched;
    current = current.map((weight) => (isOutside(weight) ? clamp(weight, lower, upper) : weight + share));
    if (!isStrict) return current;
  }
  return null;
}

function clamp(weight: number, lower: number, upper: number): number {
  return Math.max(lower, Math.min(weight, upper));
}
