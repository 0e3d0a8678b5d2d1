import { respondentsMeasure, type TallyCount } from '#surveys/aggregation/tally/tally.ts';
import type { Profile } from '#surveys/response/answers.ts';
import { parseProfile } from '#surveys/response/profile.ts';
import { numberAt } from '../number-at.ts';

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
  const keyOf = cellKeys();
  for (const count of counts) {
    if (count.measure !== respondentsMeasure || count.n === 0) continue;
    const key = keyOf(count);
    const total = totals.get(key);
    if (total) total.n += count.n;
    else totals.set(key, { stratum: count.stratum, profile: count.profile, n: count.n });
  }
  const cells = [...totals].sort(([a], [b]) => (a < b ? -1 : 1));
  const indexOf = new Map(cells.map(([key], index) => [key, index]));
  const byMeasure = new Map<string, Map<string, Float64Array>>();
  for (const count of counts) {
    if (count.measure === respondentsMeasure || count.n === 0) continue;
    const cell = indexOf.get(keyOf(count));
    if (cell === undefined) throw new RangeError(`no respondents in cell ${count.stratum} ${count.profile}`);
    const values = byMeasure.get(count.measure) ?? new Map<string, Float64Array>();
    byMeasure.set(count.measure, values);
    const sums = values.get(count.value) ?? new Float64Array(cells.length);
    values.set(count.value, sums);
    sums[cell] = numberAt(sums, cell) + count.n;
  }
  return {
    cells: cells.map(([, { stratum, profile, n }]) => ({ stratum, profile: parseProfile(profile), n })),
    byMeasure: new Map(Array.from(byMeasure, ([measure, values]) => [measure, listCells(values)])),
  };
}

/** Counts of one cell mostly follow each other, so that the last key is asked for again. */
function cellKeys(): (count: TallyCount) => string {
  let stratum = '';
  let profile = '';
  let key = '\u0000';
  return (count) => {
    if (count.stratum !== stratum || count.profile !== profile) {
      stratum = count.stratum;
      profile = count.profile;
      key = `${stratum}\u0000${profile}`;
    }
    return key;
  };
}

/** Values in code-unit order, cells in theirs: sums come out the same in whatever order counts arrived. */
function listCells(values: ReadonlyMap<string, Float64Array>): readonly CellValue[] {
  const list: CellValue[] = [];
  for (const value of [...values.keys()].sort()) {
    values.get(value)?.forEach((n, cell) => {
      if (n !== 0) list.push({ cell, value, n });
    });
  }
  return list;
}
