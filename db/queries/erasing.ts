import type { Db } from '#db/dialect.ts';
import { deleteCodes } from '#db/queries/code-state.ts';
import { deleteStagedRowsOfRound } from '#db/queries/import-row.ts';
import { deleteKeyedEntries } from '#db/queries/keyed-entry.ts';
import { addToTally, listTally } from '#db/queries/tally.ts';
import { mergeCounts } from '#surveys/aggregation/tally/merge.ts';

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
    const nameless = (await listTally(tx, roundId)).map((count) => ({ ...count, stratum: 'all' }));
    await tx.deleteFrom('tally').where('round_id', '=', roundId).execute();
    await addToTally(tx, { roundId, counts: mergeCounts(nameless, []) });
  }
  await noteErasureDue(tx);
}

/** Notes, in the transaction that deletes, that the database's files still hold what is deleted. */
export async function noteErasureDue(tx: Db): Promise<void> {
  await tx
    .insertInto('erasure')
    .values({ id: 1 })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .execute();
}

/** Whether something deleted is still to be erased from the files. */
export async function isErasureDue(db: Db): Promise<boolean> {
  return (await db.selectFrom('erasure').select('id').executeTakeFirst()) !== undefined;
}

/** Notes that nothing deleted is left in the files. */
export async function clearErasureDue(db: Db): Promise<void> {
  await db.deleteFrom('erasure').execute();
}
