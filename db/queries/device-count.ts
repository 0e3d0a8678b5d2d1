import { sql } from 'kysely';
import { chunkRows, type Db } from '#db/dialect.ts';

/** How many answers to a round came from a tablet. */
export interface DeviceCount {
  readonly roundId: string;
  readonly deviceId: string;
  readonly n: number;
}

/** Adds to the counters of tablets, of one writer; which answer came from which is not kept. */
export async function bumpDeviceCounts(
  tx: Db,
  input: { readonly writer: number; readonly answers: readonly Omit<DeviceCount, 'n'>[] },
): Promise<void> {
  const totals = new Map<string, DeviceCount>();
  for (const answer of input.answers) {
    const key = JSON.stringify([answer.roundId, answer.deviceId]);
    totals.set(key, { ...answer, n: (totals.get(key)?.n ?? 0) + 1 });
  }
  // Always in the same order, so that writers who share a number cannot deadlock.
  const rows = [...totals]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { roundId, deviceId, n }]) => ({
      round_id: roundId,
      device_id: deviceId,
      writer: input.writer,
      n,
    }));
  for (const chunk of chunkRows(rows, 4)) {
    await tx
      .insertInto('device_count')
      .values(chunk)
      .onConflict((conflict) =>
        conflict
          .columns(['round_id', 'device_id', 'writer'])
          .doUpdateSet({ n: sql`device_count.n + excluded.n` }),
      )
      .execute();
  }
}

/** The counters of all tablets over all writers, by round and tablet; none before the first answer. */
export async function listDeviceCounts(db: Db): Promise<readonly DeviceCount[]> {
  const rows = await db
    .selectFrom('device_count')
    .select(['round_id', 'device_id'])
    .select(({ fn }) => fn.sum<number>('n').as('n'))
    .groupBy(['round_id', 'device_id'])
    .orderBy('round_id')
    .orderBy('device_id')
    .execute();
  return rows.map((row) => ({ roundId: row.round_id, deviceId: row.device_id, n: row.n }));
}
