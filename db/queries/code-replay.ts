import { chunkRows, type Db } from '#db/dialect.ts';
import { inTransaction } from '#db/transaction.ts';

/** That a code of a round was used up. */
export interface CodeUse {
  readonly roundId: string;
  readonly codeHash: string;
}

/** Every code that is used, in the order of rounds and hashes. */
export async function listCodeUses(db: Db): Promise<readonly CodeUse[]> {
  const rows = await db
    .selectFrom('access_code')
    .select(['round_id', 'code_hash'])
    .where('state', '=', 'used')
    .orderBy('round_id')
    .orderBy('code_hash')
    .execute();
  return rows.map((row) => ({ roundId: row.round_id, codeHash: row.code_hash }));
}

/**
 * Marks codes of a round as used that the database, restored from an old backup, believes unused; gives how
 * many. Their submission keys are lost, so every further submission finds them used.
 */
export function replayCodeUses(
  db: Db,
  { roundId, codeHashes }: { readonly roundId: string; readonly codeHashes: readonly string[] },
): Promise<number> {
  return inTransaction(db, async (tx) => {
    let nRevived = 0;
    for (const chunk of chunkRows(codeHashes, 1)) {
      const { numUpdatedRows } = await tx
        .updateTable('access_code')
        .set({ state: 'used' })
        .where('round_id', '=', roundId)
        .where('code_hash', 'in', chunk)
        .where('state', '=', 'issued')
        .executeTakeFirstOrThrow();
      nRevived += Number(numUpdatedRows);
    }
    return nRevived;
  });
}

/** Voids every code of a round that is not used: the round was finalised once already. Gives how many. */
export async function voidCodesOfRound(db: Db, roundId: string): Promise<number> {
  const { numUpdatedRows } = await db
    .updateTable('access_code')
    .set({ state: 'void' })
    .where('round_id', '=', roundId)
    .where('state', '=', 'issued')
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}
