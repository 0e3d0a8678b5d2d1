import { isReferenceBase, smallestShownBase } from './base-size.ts';
import { type BreakdownTable, nameCell } from './breakdown-table.ts';
import { findSolvable, makeSumSystem, type SumCell, type SumSystem } from './solve-tables.ts';

/**
 * Which breakdown cells of one figure to hide, by name, so that no hidden one can be solved.
 *
 * Hidden first: every cell with a base under `smallest`, empty ones too (they look alike). Then others, the
 * smallest first, until (1) in every shown sum the hidden part has a base of at least `smallest`, so that a
 * difference never speaks of a small group; (2) no hidden cell follows from the shown ones by linear algebra;
 * (3) nor for a reader who knows the weights and takes plain and weighted figures together, as far as there is
 * anything left to hide. The whole base is never hidden here. One plan serves all figures of a cell.
 * Source: Hundepool et al. (2012), Statistical Disclosure Control, 4 (cell suppression).
 */
export function planSuppression(
  tables: readonly BreakdownTable[],
  {
    smallest = smallestShownBase,
    isPrimary = ({ n }: { readonly n: number }) => n < smallest,
  }: {
    readonly smallest?: number;
    readonly isPrimary?: (cell: { readonly n: number; readonly name: string }) => boolean;
  } = {},
): ReadonlySet<string> {
  const system = makeSumSystem(tables);
  const sums = listSums(tables, system);
  const hidden = new Set(
    system.cells.filter((cell) => cell.name !== '' && isPrimary(cell)).map(({ name }) => name),
  );
  for (;;) {
    const next = findNext({ system, sums, hidden, smallest });
    if (next === undefined) return hidden;
    hidden.add(next);
  }
}

/** A sum that readers can form: a whole (the base, or a cell of a coarser table) and its parts. */
interface Sum {
  readonly whole: SumCell;
  readonly parts: readonly SumCell[];
}

function listSums(tables: readonly BreakdownTable[], { cells }: SumSystem): readonly Sum[] {
  const byOf = ({ table }: SumCell) => tables[table]?.by ?? [];
  return cells.flatMap((whole) => {
    const wholeBy = byOf(whole);
    return tables.flatMap(({ by }, table): Sum[] => {
      if (by.length <= wholeBy.length || !wholeBy.every((dimension) => by.includes(dimension))) return [];
      const parts = cells.filter(
        (cell) =>
          cell.table === table &&
          wholeBy.every((dimension, index) => cell.key[by.indexOf(dimension)] === whole.key[index]),
      );
      return [{ whole, parts }];
    });
  });
}

interface State {
  readonly system: SumSystem;
  readonly sums: readonly Sum[];
  readonly hidden: ReadonlySet<string>;
  readonly smallest: number;
}

function findNext(state: State): string | undefined {
  return findForSmallRest(state) ?? findForSolvable(state, false) ?? findForSolvable(state, true);
}

function findForSmallRest({ sums, hidden, smallest }: State): string | undefined {
  for (const { whole, parts } of sums) {
    if (hidden.has(whole.name)) continue;
    const rest = parts.filter(({ name }) => hidden.has(name));
    if (rest.length === 0) continue;
    const n = rest.reduce((sum, cell) => sum + cell.n, 0);
    if (rest.length > 1 && n >= smallest) continue;
    const next = smallestShown(parts, hidden) ?? (whole.name === '' ? undefined : whole);
    if (next) return next.name;
  }
  return undefined;
}

function findForSolvable({ system, sums, hidden }: State, isKnowingWeights: boolean): string | undefined {
  const solvable = findSolvable(system, (name) => !hidden.has(name), { isKnowingWeights });
  for (const cell of solvable) {
    const neighbours = sums
      .filter(({ whole, parts }) => !hidden.has(whole.name) && parts.some(({ name }) => name === cell.name))
      .flatMap(({ parts }) => parts);
    // Where its own sums are all hidden, what overlaps it elsewhere gives it away.
    const next = smallestShown(neighbours, hidden) ?? smallestShown(listOverlapping(system, cell), hidden);
    if (next) return next.name;
  }
  return undefined;
}

function smallestShown(cells: readonly SumCell[], hidden: ReadonlySet<string>): SumCell | undefined {
  return cells
    .filter(({ name }) => name !== '' && !hidden.has(name))
    .sort((a, b) => a.n - b.n || (a.name < b.name ? -1 : 1))[0];
}

function listOverlapping({ cells }: SumSystem, { plain }: SumCell): readonly SumCell[] {
  return cells.filter((cell) => cell.plain.some((value, index) => value > 0 && (plain[index] ?? 0) > 0));
}

/** How a cell is shown: hidden cells and empty ones look alike; those with few in the base are marked 参考値. */
export type CellState = 'suppressed' | 'reference' | 'shown';

/** The state of a cell under a plan; a small base that is not hidden is `reference`. */
export function stateOfCell(
  plan: ReadonlySet<string>,
  { by, key, n }: { readonly by: readonly string[]; readonly key: readonly string[]; readonly n: number },
): CellState {
  if (plan.has(nameCell(by, key))) return 'suppressed';
  return isReferenceBase(n) ? 'reference' : 'shown';
}
