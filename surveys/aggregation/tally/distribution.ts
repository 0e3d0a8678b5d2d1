import { compareText } from './count-order.ts';
import type { TallyCount } from './tally.ts';

/** How many responses have a value of a measure. */
export interface ValueCount {
  readonly value: string;
  readonly n: number;
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
