import {
  type SampleCell,
  stratify,
  type WeightedSample,
} from '#surveys/aggregation/estimate/sample-cells.ts';
import { applyCalibration } from './calibration-methods.ts';
import { type Calibration, type ReferenceDesign, UnsupportedCase } from './reference-case.ts';
import { isMissing, numberOf, type Row } from './reference-data.ts';

/** `respondents`: every row its own cell. `cells`: rows of one stratum, profile and weight become one cell. */
export type Route = 'respondents' | 'cells';

export interface ReferenceSample extends WeightedSample {
  readonly rows: readonly Row[];
  readonly cellOfRow: readonly number[];
  readonly isCalibrated: boolean;
}

export interface SampleRequest {
  readonly rows: readonly Row[];
  readonly design: ReferenceDesign;
  readonly calibration: Calibration | null;
  readonly route: Route;
}

/**
 * Makes the weighted sample that a case describes.
 *
 * @throws UnsupportedCase for a clustered design; RangeError where weights cannot be made.
 */
export function makeSample({ rows, design, calibration, route }: SampleRequest): ReferenceSample {
  if (!['1', '~1', '0'].includes(design.ids)) throw new UnsupportedCase('cluster designs are out of scope');
  if (rows.length < 2) throw new RangeError('one respondent in all: no standard error');
  const populations = new Map<string, number>();
  const cells: (SampleCell & { n: number })[] = [];
  const firstRow: Row[] = [];
  const known = new Map<string, number>();
  const profile = [...new Set(calibration?.margins.flatMap((margin) => margin.by) ?? [])];
  const stratumOf = (row: Row) => (design.strata ? (row.get(design.strata) ?? '') : 'all');
  const sizes = new Map<string, number>();
  for (const row of rows) sizes.set(stratumOf(row), (sizes.get(stratumOf(row)) ?? 0) + 1);
  const cellOfRow = rows.map((row) => {
    const stratum = stratumOf(row);
    const population = design.fpc ? populationOf(row, design.fpc) : null;
    if (population !== null) populations.set(stratum, population);
    // Without weights R takes population over sample, or 1 where it knows no population.
    const implied = population === null ? 1 : population / (sizes.get(stratum) ?? 1);
    const weight = design.weights ? (numberOf(row, design.weights) ?? 0) : implied;
    const key = JSON.stringify([stratum, weight, ...profile.map((column) => row.get(column))]);
    const found = route === 'cells' ? known.get(key) : undefined;
    if (found !== undefined) {
      const cell = cells[found];
      if (cell) cell.n += 1;
      return found;
    }
    known.set(key, cells.length);
    cells.push({ stratum, baseWeight: weight, n: 1 });
    firstRow.push(row);
    return cells.length - 1;
  });
  const strata = stratify(cells, design.fpc ? populations : null);
  const margins = (calibration?.margins ?? []).map((margin) => {
    const name = margin.by.join('*');
    const categories = margin.targets.map(({ key, count }) => ({ label: key.join('.'), population: count }));
    const categoryOf = firstRow.map((row) => {
      const label = margin.by.map((column) => row.get(column)).join('.');
      if (margin.by.some((column) => isMissing(row.get(column)))) {
        throw new RangeError(`missing value in margin ${name}`);
      }
      const index = categories.findIndex((category) => category.label === label);
      if (index < 0) throw new RangeError(`margin ${name} has no population for ${label}`);
      return index;
    });
    return { name, categories, categoryOf };
  });
  const { weights, residuals } = applyCalibration(cells, margins, calibration);
  return { cells, weights, strata, residuals, rows, cellOfRow, isCalibrated: residuals !== null };
}

function populationOf(row: Row, column: string): number {
  const match = /^([\w.]+?)\s*-\s*(\d+)$/.exec(column);
  if (match) return (numberOf(row, match[1] as string) ?? 0) - Number(match[2]);
  return numberOf(row, column) ?? 0;
}
