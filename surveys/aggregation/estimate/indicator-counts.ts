import type { TallyCount } from '#surveys/aggregation/tally/tally.ts';

/** The value of an indicator's measure for a response outside the base. */
export const outOfBase = 'out';

/**
 * Adds up one measure over all cells: how many responses have each of its values.
 *
 * Values without a response are absent; an unknown measure gives an empty map.
 */
export function sumByValue(counts: readonly TallyCount[], measure: string): ReadonlyMap<string, number> {
  const totals = new Map<string, number>();
  for (const count of counts) {
    if (count.measure !== measure) continue;
    totals.set(count.value, (totals.get(count.value) ?? 0) + count.n);
  }
  return totals;
}

/** A score as the tally writes it: the sum over the answered items of one response, and how many they are. */
export interface ItemScore {
  readonly sum: number;
  readonly nItems: number;
}

/**
 * Reads a score value `<sum>/<nItems>` of the tally.
 *
 * @throws RangeError for any other text, which the tally never writes.
 * @example parseItemScore('17/5') // { sum: 17, nItems: 5 }
 */
export function parseItemScore(value: string): ItemScore {
  const match = /^(-?\d+(?:\.\d+)?)\/([1-9]\d*)$/.exec(value);
  if (!match) throw new RangeError(`not a score value: ${value}`);
  return { sum: Number(match[1]), nItems: Number(match[2]) };
}

/**
 * Reads the number that a count indicator's measure has as its value.
 *
 * @throws RangeError for a text that is not a finite number.
 */
export function parseCountValue(value: string): number {
  const number = Number(value);
  if (value.trim() === '' || !Number.isFinite(number)) throw new RangeError(`not a number value: ${value}`);
  return number;
}
