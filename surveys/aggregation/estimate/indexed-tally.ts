import { respondentsMeasure, type TallyCount } from '#surveys/aggregation/tally/tally.ts';
import type { Profile } from '#surveys/response/answers.ts';
import { parseProfile } from '#surveys/response/profile.ts';

/** A (stratum, profile) cell of the tally with all its respondents, channels added up. */
export interface TallyCell {
  readonly stratum: string;
  readonly profile: Profile;
  readonly n: number;
}

/** The tally in the order of its cells: what every figure of a recomputation shares. */
export interface IndexedTally {
  readonly cells: readonly TallyCell[];
  /** For each measure, how many respondents of a cell have a value. */
  readonly byMeasure: ReadonlyMap<string, readonly CellValue[]>;
}

export interface CellValue {
  readonly cell: number;
  readonly value: string;
  readonly n: number;
}

/**
 * Groups the counts of a round by cell and measure in one pass.
 *
 * Cells without a respondent are left out. The order of the counts does not matter for any figure, and equal
 * (stratum, profile, measure, value) counts are added up.
 *
 * @throws RangeError when a measure counts a cell that has no respondent: the tally is damaged.
 */
export function indexTally(counts: readonly TallyCount[]): IndexedTally {
  const totals = new Map<string, { stratum: string; profile: string; n: number }>();
  const keyOf = ({ stratum, profile }: TallyCount) => `${stratum}\u0000${profile}`;
  for (const count of counts) {
    if (count.measure !== respondentsMeasure || count.n === 0) continue;
    const total = totals.get(keyOf(count));
    if (total) total.n += count.n;
    else totals.set(keyOf(count), { stratum: count.stratum, profile: count.profile, n: count.n });
  }
  const keys = [...totals.keys()].sort();
  const indexOf = new Map(keys.map((key, index) => [key, index]));
  const byMeasure = new Map<string, Map<string, { cell: number; value: string; n: number }>>();
  for (const count of counts) {
    if (count.measure === respondentsMeasure || count.n === 0) continue;
    const cell = indexOf.get(keyOf(count));
    if (cell === undefined) throw new RangeError(`no respondents in cell ${count.stratum} ${count.profile}`);
    const values = byMeasure.get(count.measure) ?? new Map();
    byMeasure.set(count.measure, values);
    const known = values.get(`${cell} ${count.value}`);
    if (known) known.n += count.n;
    else values.set(`${cell} ${count.value}`, { cell, value: count.value, n: count.n });
  }
  return {
    cells: keys.map((key) => {
      const { stratum, profile, n } = totals.get(key) as { stratum: string; profile: string; n: number };
      return { stratum, profile: parseProfile(profile), n };
    }),
    byMeasure: new Map(
      [...byMeasure].map(([measure, values]) => [measure, [...values.values()].sort(byCell)]),
    ),
  };
}

function byCell(a: CellValue, b: CellValue): number {
  return a.cell - b.cell || (a.value < b.value ? -1 : 1);
}
