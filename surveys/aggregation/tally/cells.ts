import { compareText } from './count-order.ts';
import { respondentsMeasure, type TallyCount } from './tally.ts';

/** The counts of one measure in one (stratum, profile) cell, all channels together. */
export interface CellCounts {
  readonly stratum: string;
  readonly profile: string;
  readonly values: ReadonlyMap<string, number>;
}

/** How many responses have a value of a measure. */
export interface ValueCount {
  readonly value: string;
  readonly n: number;
}

/**
 * The counts of a measure by cell; weights depend on stratum and profile only, so channels are added up.
 * @returns Cells in the order of stratum and profile; a cell without any response is absent, as is a value
 * nobody has; empty for a measure the tally does not know.
 */
export function countsOf(tally: readonly TallyCount[], measureId: string): readonly CellCounts[] {
  const cells = new Map<string, { stratum: string; profile: string; values: Map<string, number> }>();
  for (const { stratum, profile, measure, value, n } of tally) {
    if (measure !== measureId || n === 0) continue;
    const key = JSON.stringify([stratum, profile]);
    const cell = cells.get(key) ?? { stratum, profile, values: new Map<string, number>() };
    cell.values.set(value, (cell.values.get(value) ?? 0) + n);
    cells.set(key, cell);
  }
  return [...cells.values()].sort(
    (a, b) => compareText(a.stratum, b.stratum) || compareText(a.profile, b.profile),
  );
}

/** How many responses the tally holds, whatever they answered. */
export function nRespondents(tally: readonly TallyCount[]): number {
  return tally.reduce((sum, { measure, n }) => (measure === respondentsMeasure ? sum + n : sum), 0);
}

/**
 * The counts of a measure over all cells and channels, by value in code-unit order; every respondent counts
 * once, missing values included. Values nobody has are absent; an unknown measure gives an empty list.
 */
export function distribution(tally: readonly TallyCount[], measureId: string): readonly ValueCount[] {
  const totals = new Map<string, number>();
  for (const { measure, value, n } of tally) {
    if (measure === measureId && n !== 0) totals.set(value, (totals.get(value) ?? 0) + n);
  }
  return Array.from(totals, ([value, n]) => ({ value, n })).sort((a, b) => compareText(a.value, b.value));
}
