import { factorSymmetric } from './cholesky.ts';
import { chiSquareUpperTail, fUpperTail } from './tail-probability.ts';
import type { WeightedDistribution } from './weighted-distribution.ts';

export interface RaoScott {
  /** Pearson's X² of the weighted table scaled to n. */
  readonly pearson: number;
  /** Second order: X² over the trace of the design effects, on F(df1, df2). */
  readonly f: number;
  readonly df1: number;
  readonly df2: number;
  readonly pValue: number;
  /** First order: X² over the mean design effect, on χ². */
  readonly firstOrder: { readonly df: number; readonly pValue: number };
}

/**
 * Rao–Scott test of association between two questions, second order (Satterthwaite).
 *
 * `table` is the weighted distribution of the crossed answers, row by row; its denominator is everybody who
 * answered both. Null when a row or column is empty or there are fewer than two of either. An empty cell
 * inside is allowed and left out of the design effects.
 * Source: Rao & Scott (1984), Annals of Statistics 12, 46–60; agrees with R's `survey::svychisq`.
 */
export function raoScott(
  table: WeightedDistribution,
  { nRows, nColumns, df, n = table.base.n }: { nRows: number; nColumns: number; df: number; n?: number },
): RaoScott | null {
  const p = (row: number, column: number) => table.shares[row * nColumns + column] ?? 0;
  const rows = range(nRows).map((row) => sum(range(nColumns).map((column) => p(row, column))));
  const columns = range(nColumns).map((column) => sum(range(nRows).map((row) => p(row, column))));
  if (nRows < 2 || nColumns < 2 || [...rows, ...columns].some((share) => share <= 0)) return null;
  let pearson = 0;
  for (const row of range(nRows)) {
    for (const column of range(nColumns)) {
      const expected = (rows[row] ?? 0) * (columns[column] ?? 0);
      pearson += (n * (p(row, column) - expected) ** 2) / expected;
    }
  }
  const { trace, traceOfSquare, size } = designEffects(table, { nRows, nColumns, n });
  const df1 = trace ** 2 / traceOfSquare;
  const f = pearson / trace;
  const firstOrder = { df: size, pValue: chiSquareUpperTail((pearson * size) / trace, size) };
  return { pearson, f, df1, df2: df1 * df, pValue: fUpperTail(f, df1, df1 * df), firstOrder };
}

/** Traces of Δ = (C'D⁻¹C/n)⁻¹ C'D⁻¹VD⁻¹C over the interaction contrasts C (zero row and column sums). */
function designEffects(
  table: WeightedDistribution,
  { nRows, nColumns, n }: { nRows: number; nColumns: number; n: number },
) {
  const size = (nRows - 1) * (nColumns - 1);
  const inverse = table.shares.map((share) => (share === 0 ? 0 : 1 / share));
  const lastRow = nRows - 1;
  const lastColumn = nColumns - 1;
  const contrasts = range(size).map((index) => {
    const row = Math.floor(index / lastColumn);
    const column = index % lastColumn;
    return [
      { at: row * nColumns + column, sign: 1 },
      { at: row * nColumns + lastColumn, sign: -1 },
      { at: lastRow * nColumns + column, sign: -1 },
      { at: lastRow * nColumns + lastColumn, sign: 1 },
    ].map(({ at, sign }) => ({ at, value: sign * (inverse[at] ?? 0), sign }));
  });
  const matrixOf = (element: (left: number, right: number) => number) =>
    range(size).map((left) => Float64Array.from(range(size), (right) => element(left, right)));
  const underIndependentSampling = matrixOf((left, right) => {
    let total = 0;
    for (const a of contrasts[left] ?? []) {
      for (const b of contrasts[right] ?? []) if (a.at === b.at) total += (a.value * b.sign) / n;
    }
    return total;
  });
  const underDesign = matrixOf((left, right) => {
    let total = 0;
    for (const a of contrasts[left] ?? []) {
      for (const b of contrasts[right] ?? [])
        total += a.value * b.value * (table.covariance[a.at]?.[b.at] ?? 0);
    }
    return total;
  });
  const { solve } = factorSymmetric(underIndependentSampling);
  // `underDesign` is symmetric, so its rows are its columns, and these the columns of Δ.
  const delta = underDesign.map((column) => solve(column));
  let trace = 0;
  let traceOfSquare = 0;
  for (const i of range(size)) {
    trace += delta[i]?.[i] ?? 0;
    for (const j of range(size)) traceOfSquare += (delta[i]?.[j] ?? 0) * (delta[j]?.[i] ?? 0);
  }
  return { trace, traceOfSquare, size };
}

function range(length: number): number[] {
  return Array.from({ length }, (_, index) => index);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
