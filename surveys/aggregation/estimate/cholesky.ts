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
  const a = matrix.map((row) => Float64Array.from(row));
  const order = Array.from({ length: size }, (_, index) => index);
  const at = (i: number, j: number) => (a[i] as Float64Array)[j] as number;
  const set = (i: number, j: number, value: number) => {
    (a[i] as Float64Array)[j] = value;
  };
  let largest = 0;
  for (let i = 0; i < size; i++) largest = Math.max(largest, at(i, i));
  let rank = 0;
  for (; rank < size; rank++) {
    let pivot = rank;
    for (let i = rank + 1; i < size; i++) if (at(i, i) > at(pivot, pivot)) pivot = i;
    if (!(at(pivot, pivot) > tolerance * largest)) break;
    swap(a, order, rank, pivot);
    const d = at(rank, rank);
    for (let i = rank + 1; i < size; i++) {
      const factor = at(i, rank) / d;
      if (factor === 0) continue;
      for (let j = rank + 1; j < size; j++) set(i, j, at(i, j) - factor * at(rank, j));
      set(i, rank, factor);
    }
  }
  // Solving is the hot part (once per figure): the factor lies in one flat array by then.
  const lower = new Float64Array(rank * rank);
  for (let i = 0; i < rank; i++) for (let j = 0; j <= i; j++) lower[i * rank + j] = at(i, j);
  const columns = Int32Array.from(order);
  const solve = (b: Float64Array): Float64Array => {
    const y = new Float64Array(rank);
    for (let i = 0; i < rank; i++) {
      let sum = b[columns[i] as number] as number;
      for (let j = 0; j < i; j++) sum -= (lower[i * rank + j] as number) * (y[j] as number);
      y[i] = sum;
    }
    for (let i = 0; i < rank; i++) y[i] = (y[i] as number) / (lower[i * rank + i] as number);
    for (let i = rank - 1; i > 0; i--) {
      const value = y[i] as number;
      for (let j = 0; j < i; j++) y[j] = (y[j] as number) - (lower[i * rank + j] as number) * value;
    }
    const x = new Float64Array(size);
    for (let i = 0; i < rank; i++) x[columns[i] as number] = y[i] as number;
    return x;
  };
  return { rank, solve };
}

function swap(a: Float64Array[], order: number[], i: number, j: number): void {
  if (i === j) return;
  const row = a[i] as Float64Array;
  a[i] = a[j] as Float64Array;
  a[j] = row;
  for (const line of a) {
    const value = line[i] as number;
    line[i] = line[j] as number;
    line[j] = value;
  }
  const index = order[i] as number;
  order[i] = order[j] as number;
  order[j] = index;
}
