import { randomInt } from 'node:crypto';
import type { Db } from '#db/dialect.ts';
import { toTerms } from '#db/queries/round.ts';
import { isKeptStill, lifecycle } from '#surveys/round/lifecycle.ts';

/** Tables that hold single answers of a round, or lead to them. */
export const answerTables = [
  'intake',
  'response',
  'free_text',
  'draft',
  'submission',
  'keyed_entry',
  'import_row',
  'access_code',
] as const;

/** Deletes everything that tables hold of a round. */
export async function deleteOfRound(
  tx: Db,
  roundId: string,
  tables: readonly ((typeof answerTables)[number] | 'tally')[],
): Promise<void> {
  for (const table of tables) await tx.deleteFrom(table).where('round_id', '=', roundId).execute();
}

/** The rounds whose single responses are there although an instant (ISO-8601 UTC) lies beyond their keeping. */
export async function listRoundsToErase(db: Db, now: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('round')
    .select(['id', 'terms'])
    .where('state', 'in', lifecycle.erase.from)
    .where(({ or, exists, selectFrom }) =>
      or(
        answerTables.map((table) =>
          exists(selectFrom(table).select('round_id').whereRef('round_id', '=', 'round.id')),
        ),
      ),
    )
    .orderBy('id')
    .execute();
  return rows.filter((row) => !isKeptStill(toTerms(row), now)).map(({ id }) => id);
}

/** Notes, in the transaction that deletes, that the database's files still hold what is deleted. */
export async function noteErasureDue(tx: Db): Promise<void> {
  await tx
    .insertInto('erasure')
    .values({ id: randomInt(2 ** 31) })
    .execute();
}

/** The notes of what was deleted and is still to be erased from the files. */
export async function listErasuresDue(db: Db): Promise<readonly number[]> {
  const rows = await db.selectFrom('erasure').select('id').orderBy('id').execute();
  return rows.map(({ id }) => id);
}

/** Notes that what was deleted by then is gone from the files; later notes stay. */
export async function clearErasuresDue(db: Db, ids: readonly number[]): Promise<void> {
  if (ids.length > 0) await db.deleteFrom('erasure').where('id', 'in', ids).execute();
}
