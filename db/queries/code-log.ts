import type { Db } from '#db/dialect.ts';
import { inTransaction } from '#db/transaction.ts';

/** Which log of used codes belongs to a database, and how much of it must be there. */
export interface CodeLogMark {
  readonly logId: string;
  /** The log never holds fewer notes than this. */
  readonly nNotes: number;
}

/** The log that belongs to this database; undefined before the first one was opened. */
export async function findCodeLog(db: Db): Promise<CodeLogMark | undefined> {
  const row = await db.selectFrom('code_log').selectAll().executeTakeFirst();
  return row && { logId: row.log_id, nNotes: row.n_notes };
}

/** Says which log belongs to this database from now on, and how many notes it holds. */
export function replaceCodeLog(db: Db, { logId, nNotes }: CodeLogMark): Promise<void> {
  return inTransaction(db, async (tx) => {
    await tx.deleteFrom('code_log').where('log_id', '!=', logId).execute();
    await tx
      .insertInto('code_log')
      .values({ log_id: logId, n_notes: nNotes })
      .onConflict((conflict) => conflict.column('log_id').doUpdateSet({ n_notes: nNotes }))
      .execute();
  });
}
