import { numberAt } from '../number-at.ts';

/**
 * What can be computed from published sums: the space spanned by their coefficient rows, kept in reduced form.
 * A sum is solvable exactly when its row lies in the space.
 */
export interface RowSpace {
  /** Adds a published sum. */
  readonly add: (row: Float64Array) => void;
  /** Whether a sum follows from the published ones. */
  readonly contains: (row: Float64Array) => boolean;
}

const tolerance = 1e-8;

/** An empty space of sums over `size` unknowns; nothing is solvable from it but the empty sum. */
export function makeRowSpace(): RowSpace {
  const basis: { readonly pivot: number; readonly row: Float64Array }[] = [];
  const reduce = (row: Float64Array): Float64Array => {
    const rest = Float64Array.from(row);
    for (const { pivot, row: known } of basis) {
      const factor = numberAt(rest, pivot);
      if (factor === 0) continue;
      for (let i = 0; i < rest.length; i++) rest[i] = numberAt(rest, i) - factor * numberAt(known, i);
    }
    return rest;
  };
  const largest = (row: Float64Array): number => {
    let at = 0;
    row.forEach((value, index) => {
      if (Math.abs(value) > Math.abs(numberAt(row, at))) at = index;
    });
    return at;
  };
  return {
    add: (row) => {
      const rest = reduce(row);
      const pivot = largest(rest);
      const scale = numberAt(rest, pivot);
      if (Math.abs(scale) < tolerance) return;
      basis.push({ pivot, row: rest.map((value) => value / scale) });
    },
    contains: (row) => {
      const rest = reduce(row);
      return Math.abs(numberAt(rest, largest(rest))) < tolerance;
    },
  };
}
