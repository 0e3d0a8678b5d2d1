import { sql } from 'kysely';
import { chunkRows, type Db } from '#db/dialect.ts';
import { compareCounts } from '#surveys/aggregation/tally/count-order.ts';
import { respondentsMeasure, type TallyCount } from '#surveys/aggregation/tally/tally.ts';

const keyColumns = ['measure', 'value', 'stratum', 'profile', 'channel'] as const;

/** The tally of a round's mixed responses, in canonical order; no counts before the first batch. */
export async function listTally(db: Db, roundId: string): Promise<readonly TallyCount[]> {
  const counts = await db
    .selectFrom('tally')
    .select([...keyColumns, 'n'])
    .where('round_id', '=', roundId)
    .execute();
  return counts.sort(compareCounts);
}

/** How many answers a round accepted: those in the tally and those that wait for mixing, at one instant. */
export async function nResponses(db: Db, roundId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select (select coalesce(sum(n), 0) from tally where round_id = ${roundId} and measure = ${respondentsMeasure})
      + (select count(*) from intake where round_id = ${roundId}) as n`.execute(db);
  return rows[0]?.n ?? 0;
}

/** How many mixed responses each stratum has, by id; those that wait in intake are not among them. */
export function listStratumCounts(
  db: Db,
  roundId: string,
): Promise<readonly { readonly stratum: string; readonly n: number }[]> {
  return db
    .selectFrom('tally')
    .select('stratum')
    .select(({ fn }) => fn.sum<number>('n').as('n'))
    .where('round_id', '=', roundId)
    .where('measure', '=', respondentsMeasure)
    .groupBy('stratum')
    .orderBy('stratum')
    .execute();
}

/** Adds counts to a round's tally; a count that is new begins with its n. */
export async function addToTally(
  tx: Db,
  input: { readonly roundId: string; readonly counts: readonly TallyCount[] },
): Promise<void> {
  const rows = input.counts.map((count) => ({
    round_id: input.roundId,
    stratum: count.stratum,
    profile: count.profile,
    channel: count.channel,
    measure: count.measure,
    value: count.value,
    n: count.n,
  }));
  for (const chunk of chunkRows(rows, 7)) {
    await tx
      .insertInto('tally')
      .values(chunk)
      .onConflict((conflict) =>
        conflict.columns(['round_id', ...keyColumns]).doUpdateSet({ n: sql`tally.n + excluded.n` }),
      )
      .execute();
  }
}
