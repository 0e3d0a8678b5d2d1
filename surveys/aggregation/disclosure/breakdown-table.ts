import type { IndexedTally } from '#surveys/aggregation/estimate/indexed-tally.ts';
import { outOfBase } from '#surveys/aggregation/estimate/indicator-counts.ts';

/** One cell of a breakdown: its categories in the order of the table's dimensions, and its base. */
export interface BreakdownCell {
  readonly key: readonly string[];
  readonly n: number;
  /** Mean weight of the base; null where no weighted figure is shown. */
  readonly weight: number | null;
}

/**
 * A breakdown of one figure by one or two profile dimensions. Its cells share out the whole base: those who
 * gave no answer on a dimension are a category too, and so are combinations that nobody has.
 */
export interface BreakdownTable {
  readonly by: readonly string[];
  readonly cells: readonly BreakdownCell[];
}

/**
 * Names a cell among all tables of a figure: `sex×age:f×18-29`; the whole base is the empty text.
 * @example nameCell(['age', 'sex'], ['20s', 'f']) // 'age×sex:20s×f'
 */
export function nameCell(by: readonly string[], key: readonly string[]): string {
  return by.length === 0 ? '' : `${by.join('×')}:${key.join('×')}`;
}

/**
 * Breaks the base of a measure down by each list of dimensions, from the tally.
 *
 * The denominator is the base of the measure (`out` excluded). `weights` are by cell of the tally, null for a
 * round without weights. Categories come in code-unit order.
 */
export function tabulateBreakdowns(
  tally: IndexedTally,
  measure: string,
  { breakdowns, weights }: { breakdowns: readonly (readonly string[])[]; weights: readonly number[] | null },
): readonly BreakdownTable[] {
  const base = (tally.byMeasure.get(measure) ?? []).filter(({ value }) => value !== outOfBase);
  const categoryOf = (cell: number, dimension: string) =>
    tally.cells[cell]?.profile[dimension] ?? 'not_asked';
  return breakdowns.map((by) => {
    let keys: string[][] = [[]];
    for (const dimension of by) {
      const categories = [...new Set(tally.cells.map((_, cell) => categoryOf(cell, dimension)))].sort();
      keys = keys.flatMap((key) => categories.map((category) => [...key, category]));
    }
    const sums = new Map(keys.map((key) => [nameCell(by, key), { n: 0, weighted: 0 }]));
    for (const { cell, n } of base) {
      const key = by.map((dimension) => categoryOf(cell, dimension));
      const sum = sums.get(nameCell(by, key));
      if (!sum) continue;
      sum.n += n;
      sum.weighted += n * (weights?.[cell] ?? 0);
    }
    const cells = keys.map((key) => {
      const { n, weighted } = sums.get(nameCell(by, key)) ?? { n: 0, weighted: 0 };
      return { key, n, weight: weights === null ? null : n === 0 ? 1 : weighted / n };
    });
    return { by, cells };
  });
}
