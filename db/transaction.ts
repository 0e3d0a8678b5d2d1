import type { Db } from '#db/dialect.ts';

/** What is to happen once a transaction under way is committed. */
const effectsOf = new WeakMap<Db, (() => void)[]>();

/**
 * Runs the work in one transaction: in the caller's when `db` is one already, else in a new one that is
 * rolled back when the work throws. Inside, only the given `tx` may be used: on SQLite another query on the
 * outer `db` would wait for this transaction for ever. What `afterCommit` was told happens before this resolves.
 */
export async function inTransaction<Result>(db: Db, work: (tx: Db) => Promise<Result>): Promise<Result> {
  if (db.isTransaction) return work(db);
  const effects: (() => void)[] = [];
  let begun: Db | undefined;
  try {
    const result = await db.transaction().execute((tx) => {
      begun = tx;
      effectsOf.set(tx, effects);
      return work(tx);
    });
    for (const effect of effects) effect();
    return result;
  } finally {
    if (begun) effectsOf.delete(begun);
  }
}

/**
 * Has something done once the transaction is committed, in the order it was asked for, and never when it is rolled
 * back or its commit fails: a loop nudged, say. Within another transaction that is the outer one's commit. The
 * effect must not throw: what was committed stays, but its caller would be told otherwise.
 * @throws {Error} outside of `inTransaction`, or after its end: nobody would do it
 */
export function afterCommit(tx: Db, effect: () => void): void {
  const effects = effectsOf.get(tx);
  if (!effects) throw new Error('afterCommit is for the transaction of an inTransaction that has not ended');
  effects.push(effect);
}

/**
 * Reads a database as it stands at one instant, whatever is written to it meanwhile, and writes nothing: the
 * transaction is read-only (on SQLite the connection has to be, see `connectToRead`). While it lasts, rows that
 * are deleted elsewhere cannot be erased from the files.
 */
export function inSnapshot<Result>(db: Db, work: (tx: Db) => Promise<Result>): Promise<Result> {
  return db.transaction().setIsolationLevel('repeatable read').setAccessMode('read only').execute(work);
}
