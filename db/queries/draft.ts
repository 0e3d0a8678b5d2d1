import { chunkRows, type Db } from '#db/dialect.ts';
import { groupByRound } from '#db/group-by-round.ts';
import { noteErasureDue } from '#db/queries/erasing.ts';
import { inTransaction } from '#db/transaction.ts';

/** Which draft; the id does not tell the key that opens it. */
export interface DraftKey {
  readonly roundId: string;
  readonly draftId: string;
}

/** Stores a draft, in place of an earlier one under the same id. Times are ISO-8601 UTC. */
export async function upsertDraft(
  db: Db,
  draft: DraftKey & { readonly ciphertext: string; readonly updatedAt: string; readonly expiresAt: string },
): Promise<void> {
  const values = {
    ciphertext: draft.ciphertext,
    updated_at: draft.updatedAt,
    expires_at: draft.expiresAt,
  };
  await db
    .insertInto('draft')
    .values({ round_id: draft.roundId, draft_id: draft.draftId, ...values })
    .onConflict((conflict) => conflict.columns(['round_id', 'draft_id']).doUpdateSet(values))
    .execute();
}

/** The ciphertext of a draft; undefined when it was never stored, was sent, or was deleted. */
export async function findDraft(db: Db, { roundId, draftId }: DraftKey): Promise<string | undefined> {
  const row = await db
    .selectFrom('draft')
    .select('ciphertext')
    .where('round_id', '=', roundId)
    .where('draft_id', '=', draftId)
    .executeTakeFirst();
  return row?.ciphertext;
}

/** Deletes drafts; one that is not there is no error. */
export async function deleteDrafts(db: Db, drafts: readonly DraftKey[]): Promise<void> {
  for (const [roundId, ofRound] of groupByRound(drafts)) {
    for (const chunk of chunkRows(ofRound, 1)) {
      const draftIds = chunk.map(({ draftId }) => draftId);
      await db
        .deleteFrom('draft')
        .where('round_id', '=', roundId)
        .where('draft_id', 'in', draftIds)
        .execute();
    }
  }
}

/**
 * Deletes the drafts whose round was over at an instant (ISO-8601 UTC) and says how many; in the same transaction
 * it notes that the database's files still hold them. A round that was extended since keeps its drafts, whichever
 * closing they were stored under.
 */
export function deleteExpiredDrafts(db: Db, now: string): Promise<number> {
  return inTransaction(db, async (tx) => {
    const { numDeletedRows } = await tx
      .deleteFrom('draft')
      .where('expires_at', '<=', now)
      .where('round_id', 'in', ({ selectFrom }) =>
        selectFrom('round').select('id').where('closes_at', '<=', now),
      )
      .executeTakeFirstOrThrow();
    if (numDeletedRows > 0n) await noteErasureDue(tx);
    return Number(numDeletedRows);
  });
}
