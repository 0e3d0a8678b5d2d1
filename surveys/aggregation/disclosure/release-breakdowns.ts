import type { BreakdownTable } from './breakdown-table.ts';
import { nameCell } from './breakdown-table.ts';
import type { EstimatedBreakdown, EstimatedCell } from './estimate-breakdown.ts';
import { planRelease, type Released } from './plan-release.ts';

/** What a live page shows of one figure's breakdowns, and what it has shown of each base so far. */
export interface LiveBreakdowns {
  readonly released: Released;
  readonly shown: readonly EstimatedBreakdown[];
}

/**
 * Moves the live breakdowns of one figure on: cells that may move show their new figure, the others keep the one
 * they had, and cells never shown stay hidden.
 *
 * `current` and `tables` are of the same breakdowns at the same moment; `previous` is null at the start of a
 * round. The returned value is the next `previous`; nothing else of `current` may reach a page.
 */
export function releaseBreakdowns(
  previous: LiveBreakdowns | null,
  current: readonly EstimatedBreakdown[],
  tables: readonly BreakdownTable[],
): LiveBreakdowns {
  const plan = planRelease(previous?.released ?? new Map(), tables);
  const before = new Map(
    previous?.shown.flatMap(({ by, cells }) => cells.map((cell) => [nameCell(by, cell.key), cell] as const)),
  );
  const shown = current.map(({ by, cells }) => ({
    by,
    cells: cells.map((cell): EstimatedCell => {
      const name = nameCell(by, cell.key);
      return plan.moving.has(name) ? cell : (before.get(name) ?? { key: cell.key, state: 'suppressed' });
    }),
  }));
  return { released: plan.released, shown };
}
