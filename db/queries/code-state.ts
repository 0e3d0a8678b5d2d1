import type { Db } from '#db/dialect.ts';
import { liveCodeStates, withdrawnFrom } from '#surveys/round/code-verdict.ts';
import { finalStates } from '#surveys/round/round.ts';

/** Destroys the seeds of a round, or of one batch: its codes can be used, but never be read again. */
export async function sealCodes(
  db: Db,
  { roundId, batch }: { readonly roundId: string; readonly batch?: number },
): Promise<void> {
  let query = db.updateTable('access_code_batch').set({ seed: null }).where('round_id', '=', roundId);
  if (batch !== undefined) query = query.where('batch', '=', batch);
  await query.execute();
}

/**
 * Withdraws the code of a letter: `returned` by the post, or `void`, which a returned one may become, too. False
 * for a code that is used, is there already, or is unknown: of two who press at once one succeeds.
 */
export async function withdrawCode(
  db: Db,
  change: { readonly roundId: string; readonly serial: number; readonly to: 'void' | 'returned' },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('access_code')
    .set({ state: change.to })
    .where('round_id', '=', change.roundId)
    .where('serial', '=', change.serial)
    .where('state', 'in', withdrawnFrom[change.to])
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Withdraws every code of a round that can still be used, and gives how many. */
export async function withdrawAllCodes(tx: Db, roundId: string): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('access_code')
    .set({ state: 'void' })
    .where('round_id', '=', roundId)
    .where('state', '=', 'issued')
    .executeTakeFirstOrThrow();
  return Number(numUpdatedRows);
}

/** Destroys every code of a round, and what they could be made again from. */
export async function deleteCodes(tx: Db, roundId: string): Promise<void> {
  await tx.deleteFrom('access_code').where('round_id', '=', roundId).execute();
  await tx.deleteFrom('access_code_batch').where('round_id', '=', roundId).execute();
}

/**
 * Whether letters are out that count: codes that can be used or were, or that are just being made; of one round
 * that is named, or of any that is not finalised. False where all were withdrawn.
 */
export async function hasLiveCodes(db: Db, roundId?: string): Promise<boolean> {
  let rounds = db.selectFrom('round').select('round.id').where('state', 'not in', finalStates);
  if (roundId !== undefined) rounds = rounds.where('round.id', '=', roundId);
  const row = await rounds
    .where(({ or, exists, selectFrom }) =>
      or([
        exists(
          selectFrom('access_code')
            .select('serial')
            .whereRef('round_id', '=', 'round.id')
            .where('state', 'in', liveCodeStates),
        ),
        exists(
          selectFrom('access_code_batch')
            .select('batch')
            .whereRef('round_id', '=', 'round.id')
            .whereRef('n_made', '<', 'n_codes')
            .where('seed', 'is not', null),
        ),
      ]),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
