import type { SampleStratum, WeightedSample } from './sample-cells.ts';

/** Respondents of one cell with the same linearised values, one per estimated total. */
export interface InfluenceGroup {
  readonly cell: number;
  readonly n: number;
  readonly u: readonly number[];
}

/**
 * What a stratum with a single respondent adds. `adjust` centres it on the mean of the whole sample (used
 * everywhere in the product, and said on the page); `remove` adds nothing; `average` adds the mean of the
 * other strata; `fail` refuses.
 */
export type LonelyStratum = 'adjust' | 'remove' | 'average' | 'fail';

export interface Covariance {
  readonly matrix: readonly (readonly number[])[];
  /** Strata with a single respondent that is not the whole stratum. */
  readonly lonelyStrata: readonly string[];
}

/**
 * Covariance matrix of the totals Σ w·u by linearisation, over all respondents: those of a cell that no group
 * lists have u = 0 (they are outside the base).
 *
 * V = Σ_h (1 − n_h/N_h) n_h/(n_h − 1) Σ (z − z̄_h)(z − z̄_h)', z = w·u, or w times the residual of u on the
 * calibration margins. Needs cell counts only. A stratum that was fully observed adds nothing.
 * Source: Särndal, Swensson & Wretman (1992), 5.5 and 6.6; agrees with R's `survey::svyrecvar`.
 *
 * @throws RangeError for a lonely stratum under `fail`.
 */
export function covarianceOfTotals(
  sample: WeightedSample,
  groups: readonly InfluenceGroup[],
  { nTotals, lonely = 'adjust' }: { readonly nTotals: number; readonly lonely?: LonelyStratum },
): Covariance {
  const contributions = listContributions(sample, groups, nTotals);
  const byStratum = new Map<string, Contribution[]>();
  for (const contribution of contributions) {
    const list = byStratum.get(contribution.stratum);
    if (list) list.push(contribution);
    else byStratum.set(contribution.stratum, [contribution]);
  }
  const grandMean = meanOf(contributions, nTotals);
  const matrix = Array.from({ length: nTotals }, () => new Array<number>(nTotals).fill(0));
  const lonelyStrata: string[] = [];
  let nStrata = 0;
  for (const [name, list] of byStratum) {
    const stratum = sample.strata.get(name);
    if (!stratum) throw new RangeError(`stratum ${name} is not counted`);
    nStrata += 1;
    const scale = stratumScale(stratum);
    if (scale === 0) continue;
    if (stratum.n > 1) {
      addCrossProducts(matrix, list, meanOf(list, nTotals), scale);
      continue;
    }
    if (lonely === 'fail') throw new RangeError(`stratum ${name} has a single respondent`);
    lonelyStrata.push(name);
    if (lonely === 'adjust') addCrossProducts(matrix, list, grandMean, scale);
  }
  if (lonely === 'average' && lonelyStrata.length > 0) {
    const factor = nStrata / (nStrata - lonelyStrata.length);
    for (const row of matrix) for (let k = 0; k < nTotals; k++) row[k] = (row[k] ?? 0) * factor;
  }
  return { matrix, lonelyStrata };
}

interface Contribution {
  readonly stratum: string;
  readonly n: number;
  readonly z: readonly number[];
}

function listContributions(
  sample: WeightedSample,
  groups: readonly InfluenceGroup[],
  nTotals: number,
): Contribution[] {
  const { cells, weights, residuals } = sample;
  const inBase = new Float64Array(cells.length);
  for (const group of groups) inBase[group.cell] = (inBase[group.cell] ?? 0) + group.n;
  const shifts: (Float64Array | null)[] = [];
  for (let k = 0; k < nTotals; k++) {
    shifts.push(residuals ? residuals(sumByCell(groups, k, cells.length)) : null);
  }
  const contribution = (cell: number, n: number, u: readonly number[] | null): Contribution => ({
    stratum: cells[cell]?.stratum ?? '',
    n,
    z: shifts.map((shift, k) => (weights[cell] ?? 0) * (u?.[k] ?? 0) + (shift?.[cell] ?? 0)),
  });
  const contributions = groups.map(({ cell, n, u }) => contribution(cell, n, u));
  cells.forEach((cell, index) => {
    const rest = cell.n - (inBase[index] ?? 0);
    if (rest > 0) contributions.push(contribution(index, rest, null));
  });
  return contributions;
}

function sumByCell(groups: readonly InfluenceGroup[], k: number, nCells: number): Float64Array {
  const sums = new Float64Array(nCells);
  for (const { cell, n, u } of groups) sums[cell] = (sums[cell] ?? 0) + n * (u[k] ?? 0);
  return sums;
}

function stratumScale({ n, population }: SampleStratum): number {
  const remaining = population === null ? 1 : (population - n) / population;
  return n > 1 ? (remaining * n) / (n - 1) : remaining;
}

function meanOf(list: readonly Contribution[], nTotals: number): number[] {
  const mean = new Array<number>(nTotals).fill(0);
  let size = 0;
  for (const { n, z } of list) {
    size += n;
    for (let k = 0; k < nTotals; k++) mean[k] = (mean[k] ?? 0) + n * (z[k] ?? 0);
  }
  return mean.map((sum) => sum / size);
}

function addCrossProducts(
  matrix: number[][],
  list: readonly Contribution[],
  centre: readonly number[],
  scale: number,
): void {
  for (const { n, z } of list) {
    for (const [j, row] of matrix.entries()) {
      const left = scale * n * ((z[j] ?? 0) - (centre[j] ?? 0));
      for (let k = 0; k < row.length; k++) row[k] = (row[k] ?? 0) + left * ((z[k] ?? 0) - (centre[k] ?? 0));
    }
  }
}
