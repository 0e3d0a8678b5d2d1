import { sql } from 'kysely';
import { z } from 'zod';
import { chunkRows, type Db } from '#db/dialect.ts';

/** What is counted by day; each on its own, so that no combination can be read. */
export const dayDimensions = ['channel', 'device', 'language'] as const;
export type DayDimension = (typeof dayDimensions)[number];

/** How many answers were accepted on a day with one value of one dimension. */
export interface DayCount {
  readonly roundId: string;
  /** The ward's calendar day, `2026-11-22`. */
  readonly day: string;
  readonly dimension: DayDimension;
  readonly value: string;
  readonly n: number;
}

/** Adds to the counters of one writer; counts of the same day and value are added up first. */
export async function bumpDayCounts(
  tx: Db,
  input: { readonly writer: number; readonly counts: readonly DayCount[] },
): Promise<void> {
  const totals = new Map<string, DayCount>();
  for (const count of input.counts) {
    const key = JSON.stringify([count.roundId, count.day, count.dimension, count.value]);
    totals.set(key, { ...count, n: (totals.get(key)?.n ?? 0) + count.n });
  }
  // Always in the same order, so that writers who share a number cannot deadlock.
  const rows = [...totals]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { roundId, ...count }]) => ({ round_id: roundId, writer: input.writer, ...count }));
  for (const chunk of chunkRows(rows, 6)) {
    await tx
      .insertInto('day_count')
      .values(chunk)
      .onConflict((conflict) =>
        conflict
          .columns(['round_id', 'day', 'dimension', 'value', 'writer'])
          .doUpdateSet({ n: sql`day_count.n + excluded.n` }),
      )
      .execute();
  }
}

/** The day counters of a round over all writers, by day, dimension and value; none before the first answer. */
export async function listDayCounts(db: Db, roundId: string): Promise<readonly DayCount[]> {
  const rows = await db
    .selectFrom('day_count')
    .select(['day', 'dimension', 'value'])
    .select(({ fn }) => fn.sum<number>('n').as('n'))
    .where('round_id', '=', roundId)
    .groupBy(['day', 'dimension', 'value'])
    .orderBy('day')
    .orderBy('dimension')
    .orderBy('value')
    .execute();
  const dimensionSchema = z.enum(dayDimensions);
  return rows.map((row) => ({ ...row, roundId, dimension: dimensionSchema.parse(row.dimension) }));
}
