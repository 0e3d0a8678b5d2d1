import type { Db } from '#db/dialect.ts';

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

/** Deletes a draft; one that does not exist is no error. */
export async function deleteDraft(db: Db, { roundId, draftId }: DraftKey): Promise<void> {
  await db.deleteFrom('draft').where('round_id', '=', roundId).where('draft_id', '=', draftId).execute();
}

/** Deletes the drafts that expired at or before an instant (ISO-8601 UTC) and says how many. */
export async function deleteExpiredDrafts(db: Db, now: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('draft')
    .where('expires_at', '<=', now)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
