import { createHash } from 'node:crypto';
import { compareCounts } from './count-order.ts';
import type { TallyCount } from './tally.ts';

/** A count on which two tallies disagree; one that a tally does not have is 0. */
export interface TallyDifference extends Omit<TallyCount, 'n'> {
  readonly nA: number;
  readonly nB: number;
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

/**
 * Where two tallies differ (recount against the one that was kept), in canonical order; empty when they agree.
 */
export function diffTallies(a: readonly TallyCount[], b: readonly TallyCount[]): readonly TallyDifference[] {
  const countsA = byKey(a);
  const countsB = byKey(b);
  return mergeCounts(
    [...a, ...b].map((count) => ({ ...count, n: 1 })),
    [],
  ).flatMap(({ n: _, ...place }) => {
    const key = keyOf(place);
    const nA = countsA.get(key) ?? 0;
    const nB = countsB.get(key) ?? 0;
    return nA === nB ? [] : [{ ...place, nA, nB }];
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
