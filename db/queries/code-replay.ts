import { chunkRows, type Db } from '#db/dialect.ts';
import { inTransaction } from '#db/transaction.ts';
import { finalStates } from '#surveys/round/round.ts';

/** How a code came to its end. */
export const endedStates = ['used', 'void', 'returned'] as const;
export type EndedState = (typeof endedStates)[number];

/** That a code of a round can be used no more: it was used up, or its letter was withdrawn. */
export interface CodeNote {
  readonly roundId: string;
  readonly codeHash: string;
  readonly state: EndedState;
}

/** Every code of a round still to be finalised that can be used no more, in the order of rounds and hashes. */
export async function listCodeNotes(db: Db): Promise<readonly CodeNote[]> {
  const rows = await db
    .selectFrom('access_code')
    .select(['round_id', 'code_hash', 'state'])
    .where('state', 'in', endedStates)
    .where('round_id', 'not in', (query) =>
      query.selectFrom('round').select('id').where('state', 'in', finalStates),
    )
    .orderBy('round_id')
    .orderBy('code_hash')
    .execute();
  return rows.flatMap((row) => {
    const state = endedStates.find((name) => name === row.state);
    return state ? [{ roundId: row.round_id, codeHash: row.code_hash, state }] : [];
  });
}

/**
 * Ends codes of a round again that the database, restored from an old backup, believes unused; gives how many.
 * The submission keys of used ones are lost, so every further submission finds them used.
 */
export function replayCodeNotes(
  db: Db,
  input: { readonly roundId: string; readonly state: EndedState; readonly codeHashes: readonly string[] },
): Promise<number> {
  return inTransaction(db, async (tx) => {
    let nEnded = 0;
    for (const chunk of chunkRows(input.codeHashes, 1)) {
      const { numUpdatedRows } = await tx
        .updateTable('access_code')
        .set({ state: input.state })
        .where('round_id', '=', input.roundId)
        .where('code_hash', 'in', chunk)
        .where('state', '=', 'issued')
        .executeTakeFirstOrThrow();
      nEnded += Number(numUpdatedRows);
    }
    return nEnded;
  });
}

/** Of the rounds named, those that are finalised. */
export async function listFinalisedOf(db: Db, roundIds: readonly string[]): Promise<readonly string[]> {
  const finalised: string[] = [];
  for (const chunk of chunkRows(roundIds, 1)) {
    const rows = await db
      .selectFrom('round')
      .select('id')
      .where('id', 'in', chunk)
      .where('state', 'in', finalStates)
      .execute();
    finalised.push(...rows.map(({ id }) => id));
  }
  return finalised;
}
