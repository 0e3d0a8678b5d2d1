import { type BreakdownTable, nameCell } from '#surveys/aggregation/disclosure/breakdown-table.ts';

/** Counts of every combination of the dimensions, in the order of `combinations`. */
export interface Joint {
  readonly dimensions: readonly { readonly name: string; readonly categories: readonly string[] }[];
  readonly counts: readonly number[];
}

export function combinations({ dimensions }: Pick<Joint, 'dimensions'>): readonly (readonly string[])[] {
  let keys: string[][] = [[]];
  for (const { categories } of dimensions)
    keys = keys.flatMap((key) => categories.map((value) => [...key, value]));
  return keys;
}

/** The coefficients of a cell over the combinations: 1 where they agree. */
export function rowOf(
  joint: Pick<Joint, 'dimensions'>,
  by: readonly string[],
  key: readonly string[],
): number[] {
  const names = joint.dimensions.map(({ name }) => name);
  return combinations(joint).map((combination) =>
    by.every((dimension, index) => combination[names.indexOf(dimension)] === key[index]) ? 1 : 0,
  );
}

export function breakdown(joint: Joint, by: readonly string[], weight: number | null = null): BreakdownTable {
  const dimensions = by.map((name) => {
    const dimension = joint.dimensions.find((candidate) => candidate.name === name);
    if (!dimension) throw new Error(`no dimension ${name}`);
    return dimension;
  });
  const cells = combinations({ dimensions }).map((key) => ({
    key,
    n: rowOf(joint, by, key).reduce((sum, value, index) => sum + value * (joint.counts[index] ?? 0), 0),
    weight,
  }));
  return { by, cells };
}

/** Every cell of the tables with its row; the whole base first. */
export function listRows(joint: Joint, tables: readonly BreakdownTable[]) {
  const total = joint.counts.reduce((sum, n) => sum + n, 0);
  return [
    { name: '', n: total, row: combinations(joint).map(() => 1) },
    ...tables.flatMap(({ by, cells }) =>
      cells.map(({ key, n }) => ({ name: nameCell(by, key), n, row: rowOf(joint, by, key) })),
    ),
  ];
}
