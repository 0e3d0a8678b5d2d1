/**
 * Respondents that the weights cannot tell apart: one stratum, one profile, one base weight. Everything the
 * weighted estimators need is the number of respondents of each cell and of each value within it.
 */
export interface SampleCell {
  readonly stratum: string;
  readonly baseWeight: number;
  /** All respondents of the cell, in the base of a figure or not. */
  readonly n: number;
}

/** A stratum of the design with its population size, where it is known (finite population correction). */
export interface SampleStratum {
  readonly n: number;
  readonly population: number | null;
}

/**
 * A weighted sample: its cells, the final weight of each, the strata, and what calibration does to residuals.
 */
export interface WeightedSample {
  readonly cells: readonly SampleCell[];
  /** Final weight of each cell's respondents, in the order of `cells`. */
  readonly weights: readonly number[];
  readonly strata: ReadonlyMap<string, SampleStratum>;
  readonly residuals: ResidualAdjustment | null;
}

/**
 * From Σ u over each cell's respondents to what must be added to the w·u of every respondent of the cell, so
 * that it becomes w times the residual of u on the calibration margins.
 */
export type ResidualAdjustment = (cellSums: Float64Array) => Float64Array;

/** Respondents of a cell who are in the base and share the value y; those of a cell not listed are out of it. */
export interface Outcome {
  readonly cell: number;
  readonly y: number;
  readonly n: number;
}

/**
 * Counts the strata of the cells; `populations` gives N_h, and a stratum that it lacks has no correction.
 *
 * @throws RangeError when a stratum has more respondents than people.
 */
export function stratify(
  cells: readonly SampleCell[],
  populations: ReadonlyMap<string, number> | null,
): ReadonlyMap<string, SampleStratum> {
  const strata = new Map<string, SampleStratum>();
  for (const cell of cells) {
    const n = (strata.get(cell.stratum)?.n ?? 0) + cell.n;
    strata.set(cell.stratum, { n, population: populations?.get(cell.stratum) ?? null });
  }
  for (const [name, { n, population }] of strata) {
    if (population !== null && population < n) {
      throw new RangeError(`stratum ${name} has ${n} respondents but a population of ${population}`);
    }
  }
  return strata;
}
