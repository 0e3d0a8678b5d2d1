import { itemAt } from '#surveys/item-at.ts';
import type { SampleCell } from './sample-cells.ts';

/** A population margin, and which of its categories every cell of the sample is in. */
export interface CellMargin {
  /** What the margin crosses, e.g. `sex×age`: named in errors. */
  readonly name: string;
  readonly categories: readonly { readonly label: string; readonly population: number }[];
  /** Index into `categories`, by cell. */
  readonly categoryOf: readonly number[];
}

/** Why weights to the population cannot be made; every variant names the margin at fault. */
export type CalibrationError =
  | { readonly kind: 'category-without-respondents'; readonly margin: string; readonly category: string }
  | { readonly kind: 'unknown-category'; readonly margin: string; readonly category: string }
  | {
      readonly kind: 'totals-disagree';
      readonly margin: string;
      readonly total: number;
      readonly other: string;
      readonly otherTotal: number;
    }
  | {
      readonly kind: 'not-converged';
      readonly margin: string;
      readonly category: string;
      readonly relativeError: number;
      readonly sweeps: number;
    };

export type Weighting =
  | { readonly ok: true; readonly weights: readonly number[]; readonly sweeps: number }
  | { readonly ok: false; readonly error: CalibrationError };

/** Σ w over the respondents of each category of the margin. */
export function sumByCategory(
  cells: readonly SampleCell[],
  weights: readonly number[],
  margin: CellMargin,
): Float64Array {
  const sums = new Float64Array(margin.categories.length);
  cells.forEach((cell, index) => {
    const category = itemAt(margin.categoryOf, index);
    sums[category] = (sums[category] ?? 0) + cell.n * (weights[index] ?? 0);
  });
  return sums;
}

/**
 * Finds the first reason why no weights can meet the margins: a category with people but no respondent of
 * positive weight, one with respondents but no people, or totals that differ between margins.
 *
 * Totals may differ by one part in 10⁹ (rounded shares). Undefined when nothing stands in the way.
 */
export function findMarginError(
  cells: readonly SampleCell[],
  margins: readonly CellMargin[],
): CalibrationError | undefined {
  const baseWeights = cells.map((cell) => cell.baseWeight);
  let first: { name: string; total: number } | undefined;
  for (const margin of margins) {
    const sums = sumByCategory(cells, baseWeights, margin);
    let total = 0;
    for (const [index, { label, population }] of margin.categories.entries()) {
      total += population;
      const isEmpty = !((sums[index] ?? 0) > 0);
      if (population > 0 && isEmpty) {
        return { kind: 'category-without-respondents', margin: margin.name, category: label };
      }
      if (population <= 0 && !isEmpty) {
        return { kind: 'unknown-category', margin: margin.name, category: label };
      }
    }
    if (first && Math.abs(total - first.total) > 1e-9 * first.total) {
      const { name: other, total: otherTotal } = first;
      return { kind: 'totals-disagree', margin: margin.name, total, other, otherTotal };
    }
    first ??= { name: margin.name, total };
  }
  return undefined;
}

/** The category whose weighted sum is furthest from its population, relative to that population. */
export function findLargestError(
  cells: readonly SampleCell[],
  weights: readonly number[],
  margins: readonly CellMargin[],
): { readonly margin: string; readonly category: string; readonly relativeError: number } {
  let worst = { margin: '', category: '', relativeError: 0 };
  for (const margin of margins) {
    const sums = sumByCategory(cells, weights, margin);
    margin.categories.forEach(({ label, population }, index) => {
      if (population <= 0) return;
      const relativeError = Math.abs((sums[index] ?? 0) / population - 1);
      if (!(relativeError <= worst.relativeError)) {
        worst = { margin: margin.name, category: label, relativeError };
      }
    });
  }
  return worst;
}
