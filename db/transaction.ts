import type { Db } from '#db/dialect.ts';

/**
 * Runs the work in one transaction: in the caller's when `db` is one already, else in a new one that is
 * rolled back when the work throws. Inside, only the given `tx` may be used: on SQLite another query on the
 * outer `db` would wait for this transaction for ever.
 */
export function inTransaction<Result>(db: Db, work: (tx: Db) => Promise<Result>): Promise<Result> {
  return db.isTransaction ? work(db) : db.transaction().execute(work);
}

/**
 * Reads a database as it stands at one instant, whatever is written to it meanwhile, and writes nothing: the
 * transaction is read-only (on SQLite the connection has to be, see `connectToRead`). While it lasts, rows that
 * are deleted elsewhere cannot be erased from the files.
 */
export function inSnapshot<Result>(db: Db, work: (tx: Db) => Promise<Result>): Promise<Result> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work);
}
