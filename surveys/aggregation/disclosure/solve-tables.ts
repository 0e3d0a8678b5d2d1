import { type BreakdownTable, nameCell } from './breakdown-table.ts';
import { makeRowSpace } from './row-space.ts';

/** The sums that tables publish, over the finest combinations of all their dimensions as unknowns. */
export interface SumSystem {
  readonly cells: readonly SumCell[];
  readonly nUnknowns: number;
}

export interface SumCell {
  readonly name: string;
  readonly table: number;
  readonly key: readonly string[];
  readonly n: number;
  readonly plain: Float64Array;
  /** The weighted sum, for somebody who knows the weights; null where no weighted figure is shown. */
  readonly weighted: Float64Array | null;
}

/** Writes every cell of the tables as a sum over the unknowns; the whole base is a cell with an empty name. */
export function makeSumSystem(tables: readonly BreakdownTable[]): SumSystem {
  const dimensions = [...new Set(tables.flatMap(({ by }) => by))];
  const categories = dimensions.map((dimension) => [
    ...new Set(
      tables.flatMap(({ by, cells }) =>
        by.includes(dimension) ? cells.map(({ key }) => key[by.indexOf(dimension)] ?? '') : [],
      ),
    ),
  ]);
  let unknowns: string[][] = [[]];
  for (const values of categories)
    unknowns = unknowns.flatMap((key) => values.map((value) => [...key, value]));
  const weights = unknowns.map((unknown) => weightOf(unknown, dimensions, tables));
  const isWeighted = tables.some(({ cells }) => cells.some(({ weight }) => weight !== null));
  const makeCell = (
    table: number,
    by: readonly string[],
    { key, n }: { key: readonly string[]; n: number },
  ): SumCell => {
    const positions = by.map((dimension) => dimensions.indexOf(dimension));
    const plain = Float64Array.from(unknowns, (unknown) =>
      positions.every((position, index) => unknown[position] === key[index]) ? 1 : 0,
    );
    const weighted = isWeighted ? plain.map((value, index) => value * (weights[index] ?? 1)) : null;
    return { name: nameCell(by, key), table, key, n, plain, weighted };
  };
  const total = tables[0]?.cells.reduce((sum, { n }) => sum + n, 0) ?? 0;
  return {
    nUnknowns: unknowns.length,
    cells: [
      makeCell(-1, [], { key: [], n: total }),
      ...tables.flatMap(({ by, cells }, table) => cells.map((cell) => makeCell(table, by, cell))),
    ],
  };
}

/** The weight of a combination: the product of its cells' weights relative to each other is near enough. */
function weightOf(
  unknown: readonly string[],
  dimensions: readonly string[],
  tables: readonly BreakdownTable[],
): number {
  let weight = 1;
  for (const { by, cells } of tables) {
    const key = by.map((dimension) => unknown[dimensions.indexOf(dimension)]);
    const cell = cells.find((candidate) => candidate.key.every((value, index) => value === key[index]));
    weight *= cell?.weight ?? 1;
  }
  return weight;
}

/**
 * The hidden cells that somebody can compute from the shown ones and the total, by linear algebra.
 *
 * `isKnowingWeights` is the stronger reader, who knows every weight, so that plain and weighted figures are
 * two equations for the same counts.
 */
export function findSolvable(
  { cells }: SumSystem,
  isShown: (name: string) => boolean,
  { isKnowingWeights }: { readonly isKnowingWeights: boolean },
): readonly SumCell[] {
  const space = makeRowSpace();
  for (const { name, plain, weighted } of cells) {
    if (!isShown(name)) continue;
    space.add(plain);
    if (isKnowingWeights && weighted) space.add(weighted);
  }
  return cells.filter(({ name, plain }) => !isShown(name) && space.contains(plain));
}
