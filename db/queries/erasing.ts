import { randomInt } from 'node:crypto';
import type { Db } from '#db/dialect.ts';
import { deleteCodes } from '#db/queries/code-state.ts';
import { deleteStagedRowsOfRound } from '#db/queries/import-row.ts';
import { deleteKeyedEntries } from '#db/queries/keyed-entry.ts';
import { addToTally, listTally } from '#db/queries/tally.ts';
import { mergeCounts } from '#surveys/aggregation/tally/merge.ts';
import { wholeStratum } from '#surveys/round/frame.ts';

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

/**
 * Deletes every single answer of a round and what leads to one; its figures stay. The tally of those who were
 * asked by name is kept without the names: with one answer a name it would still be that answer.
 */
export async function eraseAnswers(
  tx: Db,
  { roundId, isByName }: { readonly roundId: string; readonly isByName: boolean },
): Promise<void> {
  for (const table of ['intake', 'response', 'free_text', 'draft', 'submission'] as const) {
    await tx.deleteFrom(table).where('round_id', '=', roundId).execute();
  }
  await deleteKeyedEntries(tx, roundId);
  await deleteStagedRowsOfRound(tx, roundId);
  await deleteCodes(tx, roundId);
  if (isByName) {
    const nameless = (await listTally(tx, roundId)).map((count) => ({ ...count, stratum: wholeStratum }));
    await tx.deleteFrom('tally').where('round_id', '=', roundId).execute();
    await addToTally(tx, { roundId, counts: mergeCounts(nameless, []) });
  }
  await noteErasureDue(tx);
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
