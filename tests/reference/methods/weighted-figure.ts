import type { Outcome } from '#surveys/aggregation/estimate/sample-cells.ts';
import type { LonelyStratum } from '#surveys/aggregation/estimate/variance.ts';
import {
  degreesOfFreedom,
  type WeightedMean,
  weightedMean,
} from '#surveys/aggregation/estimate/weighted-mean.ts';
import { UnsupportedCase } from '../reference-case.ts';
import { filterRows, inDomain, isMissing, numberOf, type Row, readRows } from '../reference-data.ts';
import { makeSample, type ReferenceSample } from '../reference-sample.ts';
import type { CaseContext } from './got.ts';

/** The sample of a case with one data file. */
export function sampleOf({ referenceCase, folder, route }: CaseContext): ReferenceSample {
  const { data, rowFilter, design, calibration } = referenceCase.input;
  if (typeof data !== 'string' || !design) throw new UnsupportedCase('no data or design');
  const rows = filterRows(readRows(folder, data), rowFilter);
  return makeSample({ rows, design, calibration: calibration ?? null, route });
}

/** The rows of a domain, as groups of equal cell and value. Rows without an answer are outside the base. */
export function outcomesOf(
  sample: ReferenceSample,
  variable: string,
  isIn: (row: Row) => boolean,
): readonly Outcome[] {
  const groups = new Map<string, { cell: number; y: number; n: number }>();
  sample.rows.forEach((row, index) => {
    if (!isIn(row) || isMissing(row.get(variable))) return;
    const y = numberOf(row, variable) ?? 0;
    const cell = sample.cellOfRow[index] as number;
    const key = `${cell} ${y}`;
    const group = groups.get(key);
    if (group) group.n += 1;
    else groups.set(key, { cell, y, n: 1 });
  });
  return [...groups.values()];
}

export function isInDomain({ referenceCase }: CaseContext): (row: Row) => boolean {
  return (row) => inDomain(row, referenceCase.input.domain);
}

/** R's `degf` of a subset: its rows, answered or not, less their strata. */
export function domainDf(sample: ReferenceSample, isIn: (row: Row) => boolean): number {
  const rows = sample.cellOfRow.filter((_, index) => isIn(sample.rows[index] as Row));
  return degreesOfFreedom(
    sample,
    rows.map((cell) => ({ cell, n: 1 })),
  );
}

/** What R's `nrow` gives for the subset of a design: a calibrated one keeps all of its rows. */
export function rowsOfSubset(sample: ReferenceSample, isIn: (row: Row) => boolean): number {
  if (sample.isCalibrated) return sample.rows.length;
  return sample.rows.filter(isIn).length;
}

export function requireMean(
  sample: ReferenceSample,
  outcomes: readonly Outcome[],
  lonely: LonelyStratum = 'fail',
): WeightedMean {
  const mean = weightedMean(sample, outcomes, { lonely });
  if (mean === null) throw new RangeError('nobody in the base');
  return mean;
}
