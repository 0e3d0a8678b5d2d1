import { smallestShownBase } from './base-size.ts';
import { type BreakdownTable, nameCell } from './breakdown-table.ts';
import { planSuppression } from './plan-suppression.ts';

/** What was last shown of a figure's cells: the base by cell name, the whole base under the empty name. */
export type Released = ReadonlyMap<string, number>;

export interface ReleasePlan {
  /** Cells whose new figure may be shown now; every other cell keeps what it last showed, or stays hidden. */
  readonly moving: ReadonlySet<string>;
  /** What will have been shown after this release: the `previous` of the next one. */
  readonly released: Released;
}

/**
 * Decides which cells of a live breakdown may move, so that the difference between two moments never speaks
 * of fewer than ten people.
 *
 * Nothing moves until the whole base has grown by ten (batches are mixed to that size). Then a cell moves when
 * it is not suppressed and grew by at least ten since it was last shown; when others did not, complementary
 * cells wait too, by the same rules as for suppression, applied to what each cell would reveal. A cell shown
 * for the first time reveals its whole base. Bases must not shrink.
 *
 * @throws RangeError when the base of a cell is smaller than it was when last shown.
 */
export function planRelease(previous: Released, tables: readonly BreakdownTable[]): ReleasePlan {
  const total = tables[0]?.cells.reduce((sum, { n }) => sum + n, 0) ?? 0;
  const before = previous.get('') ?? 0;
  if (total < before) throw new RangeError(`the base shrank from ${before} to ${total}`);
  const stay: ReleasePlan = { moving: new Set(), released: previous };
  if (total - before < smallestShownBase) return stay;
  const suppressed = planSuppression(tables);
  const growth = tables.map((table) => ({
    by: table.by,
    cells: table.cells.map((cell) => ({
      ...cell,
      n: growthOf(previous, nameCell(table.by, cell.key), cell.n),
    })),
  }));
  const waiting = planSuppression(growth, {
    isPrimary: ({ n, name }) => n < smallestShownBase || suppressed.has(name),
  });
  const moving = new Set<string>(['']);
  const released = new Map(previous).set('', total);
  for (const { by, cells } of tables) {
    for (const { key, n } of cells) {
      const name = nameCell(by, key);
      if (waiting.has(name)) continue;
      moving.add(name);
      released.set(name, n);
    }
  }
  return { moving, released };
}

function growthOf(previous: Released, name: string, n: number): number {
  const before = previous.get(name) ?? 0;
  if (n < before) throw new RangeError(`the base of ${name} shrank from ${before} to ${n}`);
  return n - before;
}
