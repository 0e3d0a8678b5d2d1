import { numberAt } from '../number-at.ts';

/** A symmetric positive semi-definite matrix, factored with pivoting; dependent columns are left out. */
export interface Factorisation {
  readonly rank: number;
  /** A solution of A·x = b with 0 for the columns left out; exact when b lies in the range of A. */
  readonly solve: (b: Float64Array) => Float64Array;
}

/**
 * Factors the normal equations of dummy regressions, where the last category of each margin is always a
 * linear combination of the others: such columns are found by pivoting and dropped, which leaves fitted
 * values and residuals as they are.
 *
 * Source: Golub & Van Loan (2013), Matrix Computations, 4.2.8 (outer-product LDL' with symmetric pivoting).
 */
export function factorSymmetric(matrix: readonly Float64Array[], tolerance = 1e-11): Factorisation {
  const size = matrix.length;
  const a = flatten(matrix);
  const order = Int32Array.from({ length: size }, (_, index) => index);
  const at = (i: number, j: number) => numberAt(a, i * size + j);
  let largest = 0;
  for (let i = 0; i < size; i++) largest = Math.max(largest, at(i, i));
  let rank = 0;
  for (; rank < size; rank++) {
    let pivot = rank;
    for (let i = rank + 1; i < size; i++) if (at(i, i) > at(pivot, pivot)) pivot = i;
    if (!(at(pivot, pivot) > tolerance * largest)) break;
    exchange(order, rank, pivot);
    exchangeVariables(a, size, rank, pivot);
    const d = at(rank, rank);
    for (let i = rank + 1; i < size; i++) {
      const factor = at(i, rank) / d;
      if (factor === 0) continue;
      for (let j = rank + 1; j < size; j++) a[i * size + j] = at(i, j) - factor * at(rank, j);
      a[i * size + rank] = factor;
    }
  }
  const solve = (b: Float64Array): Float64Array => {
    const y = new Float64Array(rank);
    for (let i = 0; i < rank; i++) {
      let sum = numberAt(b, numberAt(order, i));
      for (let j = 0; j < i; j++) sum -= at(i, j) * numberAt(y, j);
      y[i] = sum;
    }
    for (let i = 0; i < rank; i++) y[i] = numberAt(y, i) / at(i, i);
    for (let i = rank - 1; i > 0; i--) {
      const value = numberAt(y, i);
      for (let j = 0; j < i; j++) y[j] = numberAt(y, j) - at(i, j) * value;
    }
    const x = new Float64Array(size);
    for (let i = 0; i < rank; i++) x[numberAt(order, i)] = numberAt(y, i);
    return x;
  };
  return { rank, solve };
}

/** The matrix row by row in one array: solving is the hot part, once per figure. */
function flatten(matrix: readonly Float64Array[]): Float64Array {
  const flat = new Float64Array(matrix.length ** 2);
  for (const [i, row] of matrix.entries()) flat.set(row, i * matrix.length);
  return flat;
}

/** Lets two variables of a square matrix change places: their rows and their columns. */
function exchangeVariables(a: Float64Array, size: number, i: number, j: number): void {
  if (i === j) return;
  for (let k = 0; k < size; k++) exchange(a, i * size + k, j * size + k);
  for (let k = 0; k < size; k++) exchange(a, k * size + i, k * size + j);
}

function exchange(numbers: Float64Array | Int32Array, i: number, j: number): void {
  const number = numberAt(numbers, i);
  numbers[i] = numberAt(numbers, j);
  numbers[j] = number;
}
