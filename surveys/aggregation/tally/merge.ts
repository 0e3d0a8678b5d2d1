import { createHash } from 'node:crypto';
import { compareCounts } from './count-order.ts';
import type { TallyCount } from './tally.ts';

/** A count on which a stored tally and a recount of the responses disagree; one that either does not have is 0. */
export interface TallyDifference extends Omit<TallyCount, 'n'> {
  readonly nStored: number;
  readonly nRecounted: number;
}

/**
 * The sum of two tallies, in canonical order; counts of the same cell, measure and value become one, also
 * within one of them, and those that come to 0 are gone.
 */
export function mergeCounts(a: readonly TallyCount[], b: readonly TallyCount[]): readonly TallyCount[] {
  const sums = new Map<string, TallyCount>();
  for (const count of [...a, ...b]) {
    const key = keyOf(count);
    const n = (sums.get(key)?.n ?? 0) + count.n;
    sums.set(key, { ...count, n });
  }
  return [...sums.values()].filter(({ n }) => n !== 0).sort(compareCounts);
}

/** Where a stored tally and a recount differ, in canonical order; empty when they agree. */
export function diffTallies(
  stored: readonly TallyCount[],
  recounted: readonly TallyCount[],
): readonly TallyDifference[] {
  const [inStored, inRecount] = [byKey(stored), byKey(recounted)];
  return mergeCounts(
    [...stored, ...recounted].map((count) => ({ ...count, n: 1 })),
    [],
  ).flatMap(({ n: _, ...place }) => {
    const key = keyOf(place);
    const nStored = inStored.get(key) ?? 0;
    const nRecounted = inRecount.get(key) ?? 0;
    return nStored === nRecounted ? [] : [{ ...place, nStored, nRecounted }];
  });
}

/**
 * The content hash of a tally: SHA-256, 64 hexadecimal digits. Order, zero counts and split counts do not
 * matter: tallies that say the same have the same hash on any machine.
 */
export function tallyHash(counts: readonly TallyCount[]): string {
  const hash = createHash('sha256');
  for (const count of mergeCounts(counts, [])) hash.update(`${keyOf(count)}${count.n}\n`, 'utf8');
  return hash.digest('hex');
}

function byKey(counts: readonly TallyCount[]): ReadonlyMap<string, number> {
  return new Map(mergeCounts(counts, []).map((count) => [keyOf(count), count.n]));
}

function keyOf({ stratum, profile, channel, measure, value }: Omit<TallyCount, 'n'>): string {
  return JSON.stringify([stratum, profile, channel, measure, value]);
}
