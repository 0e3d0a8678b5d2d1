import { chunkRows, type Db } from '#db/dialect.ts';
import type { KeyedCount } from '#surveys/paper/keyed-entry.ts';

/** Counts whole forms among the questions; no question has this id. */
export const wholeForm = '_form';

/** Adds to a round's counts of keyed fields and keying errors. */
export async function addKeyingCounts(
  tx: Db,
  { roundId, counts }: { readonly roundId: string; readonly counts: readonly KeyedCount[] },
): Promise<void> {
  for (const chunk of chunkRows(counts, 4)) {
    await tx
      .insertInto('keying_count')
      .values(
        chunk.map(({ questionId, nKeyed, nWrong }) => ({
          round_id: roundId,
          question_id: questionId,
          n_keyed: nKeyed,
          n_wrong: nWrong,
        })),
      )
      .onConflict((conflict) =>
        conflict.columns(['round_id', 'question_id']).doUpdateSet(({ eb, ref }) => ({
          n_keyed: eb('keying_count.n_keyed', '+', ref('excluded.n_keyed')),
          n_wrong: eb('keying_count.n_wrong', '+', ref('excluded.n_wrong')),
        })),
      )
      .execute();
  }
}

/** The counts of a round by question (and `wholeForm`), over its settled forms; empty before the first is settled. */
export async function listKeyingCounts(db: Db, roundId: string): Promise<readonly KeyedCount[]> {
  const rows = await db
    .selectFrom('keying_count')
    .select(['question_id', 'n_keyed', 'n_wrong'])
    .where('round_id', '=', roundId)
    .orderBy('question_id')
    .execute();
  return rows.map((row) => ({ questionId: row.question_id, nKeyed: row.n_keyed, nWrong: row.n_wrong }));
}
