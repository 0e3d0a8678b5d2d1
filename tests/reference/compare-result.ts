import type { Got, GotValue } from './methods/got.ts';
import type { ReferenceCase } from './reference-case.ts';
import { readRows } from './reference-data.ts';

export interface Mismatch {
  readonly key: string;
  readonly got: unknown;
  readonly want: unknown;
}

interface Tolerance {
  readonly relative: number;
  readonly absolute: number;
}

/**
 * Compares the engine's answer with R's, key by key, at the case's tolerances; keys that R left null, NaN,
 * infinite or in error are not numbers to match.
 */
export function compareResult({ expected, tol }: ReferenceCase, got: Got, folder: string): Mismatch[] {
  return Object.entries(expected).flatMap(([key, wanted]) => {
    if (!isComparable(wanted)) return [];
    const want = isWeights(wanted) ? readWeights(wanted, folder) : wanted;
    const tolerance = { relative: tol.keys?.[key] ?? tol.rel, absolute: tol.abs };
    const value = got[key];
    if (value === undefined) return [{ key, got: 'no answer', want }];
    return compareValue({ key, got: value, want }, tolerance);
  });
}

function isComparable(want: unknown): boolean {
  if (want === null || typeof want === 'string') return false;
  return !(typeof want === 'object' && 'error' in want);
}

function isWeights(want: unknown): want is { csv: string; column: string } {
  return typeof want === 'object' && want !== null && 'csv' in want && 'column' in want;
}

function readWeights({ csv, column }: { csv: string; column: string }, folder: string): number[] {
  return readRows(folder, csv).map((row) => Number(row.get(column)));
}

/** Walks arrays and named values side by side down to the numbers. */
function compareValue({ key, got, want }: Mismatch, tolerance: Tolerance): Mismatch[] {
  if (typeof want === 'number') {
    const isClose =
      typeof got === 'number' &&
      Math.abs(got - want) <= Math.max(tolerance.absolute, tolerance.relative * Math.abs(want));
    return isClose || got === want ? [] : [{ key, got, want }];
  }
  if (!isComparable(want))
    return typeof want === 'string' && got !== want && !isSpecial(want) ? [{ key, got, want }] : [];
  if (typeof got !== 'object' || got === null) return [{ key, got, want }];
  if (Array.isArray(want) && (!Array.isArray(got) || got.length !== want.length)) return [{ key, got, want }];
  return Object.entries(want as object).flatMap(([name, inner]) => {
    const value = (got as { readonly [name: string]: GotValue })[name];
    return compareValue({ key: `${key}.${name}`, got: value, want: inner }, tolerance);
  });
}

function isSpecial(want: string): boolean {
  return want === 'NaN' || want === 'Inf' || want === '-Inf';
}
