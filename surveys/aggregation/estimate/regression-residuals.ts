import { itemAt } from '#surveys/item-at.ts';
import { numberAt } from '../number-at.ts';
import { factorSymmetric } from './cholesky.ts';
import type { CellMargin } from './margin.ts';
import type { ResidualAdjustment, SampleCell } from './sample-cells.ts';

/**
 * What calibration to these margins does to linearised values: the residual of u regressed, with the base
 * weights and over all respondents, on the margins' category dummies.
 *
 * The factorisation is shared by every figure of the round, so each costs O(cells × margins). Post-
 * stratification is the case of one margin.
 * Source: Deville & Särndal (1992), JASA 87, 376–382; as R's `survey::calibrate`.
 */
export function regressionResiduals(
  cells: readonly SampleCell[],
  weights: readonly number[],
  margins: readonly CellMargin[],
): ResidualAdjustment {
  const columns = listColumns(margins);
  const { solve } = factorSymmetric(normalEquations(cells, columns));
  const columnOf = columns.columnOf.map((column) => Int32Array.from(column));
  const baseWeights = Float64Array.from(cells, ({ baseWeight }) => baseWeight);
  const nCells = cells.length;
  const project = (cellSums: Float64Array): Float64Array => {
    const right = new Float64Array(columns.nColumns);
    for (const column of columnOf) {
      for (let cell = 0; cell < nCells; cell++) {
        const at = numberAt(column, cell);
        right[at] = numberAt(right, at) + numberAt(baseWeights, cell) * numberAt(cellSums, cell);
      }
    }
    const slope = solve(right);
    const fitted = new Float64Array(nCells);
    for (const column of columnOf) {
      for (let cell = 0; cell < nCells; cell++) {
        fitted[cell] = numberAt(fitted, cell) + numberAt(slope, numberAt(column, cell));
      }
    }
    return fitted;
  };
  return (cellSums) => {
    const fitted = project(cellSums);
    // A second pass on what is left removes the rounding of the normal equations.
    const rest = cellSums.map((sum, cell) => sum - (cells[cell]?.n ?? 0) * (fitted[cell] ?? 0));
    const correction = project(rest);
    return fitted.map((value, cell) => -(weights[cell] ?? 0) * (value + (correction[cell] ?? 0)));
  };
}

export interface DummyColumns {
  readonly nColumns: number;
  /** For each margin, the column of each cell. */
  readonly columnOf: readonly (readonly number[])[];
}

/** Numbers the categories of all margins as columns of one dummy matrix. */
export function listColumns(margins: readonly CellMargin[]): DummyColumns {
  let nColumns = 0;
  const columnOf = margins.map(({ categories, categoryOf }) => {
    const start = nColumns;
    nColumns += categories.length;
    return categoryOf.map((category) => start + category);
  });
  return { nColumns, columnOf };
}

/** X'WX of the dummies; `cellWeight` is W per respondent of a cell (the base weight unless told). */
export function normalEquations(
  cells: readonly SampleCell[],
  { nColumns, columnOf }: DummyColumns,
  cellWeight: (cell: number) => number = (cell) => cells[cell]?.baseWeight ?? 0,
): Float64Array[] {
  const normal = Array.from({ length: nColumns }, () => new Float64Array(nColumns));
  cells.forEach(({ n }, cell) => {
    const mass = n * cellWeight(cell);
    for (const left of columnOf) {
      const row = itemAt(normal, itemAt(left, cell));
      for (const right of columnOf) {
        const column = itemAt(right, cell);
        row[column] = numberAt(row, column) + mass;
      }
    }
  });
  return normal;
}
