import type { Db } from '#db/dialect.ts';

/**
 * Runs the work in one transaction: in the caller's when `db` is one already, else in a new one that is
 * rolled back when the work throws. Inside, only the given `tx` may be used: on SQLite another query on the
 * outer `db` would wait for this transaction for ever.
 */
export function inTransaction<Result>(db: Db, work: (tx: Db) => Promise<Result>): Promise<Result> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}
