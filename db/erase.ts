import { sql } from 'kysely';
import { type Db, dialectOf } from '#db/dialect.ts';
import { busyTimeoutMs } from '#db/sqlite.ts';

/** Tables whose deleted rows lead from a person to an answer. */
const tables = [
  'submission',
  'draft',
  'intake',
  'response',
  'free_text',
  'access_code',
  'access_code_batch',
  'keyed_entry',
  'import_row',
  'tally',
] as const;

/** How long PostgreSQL waits for whoever uses a table, before it is left for later. */
const lockTimeoutMs = 5_000;

/**
 * Makes rows that were deleted unreadable in the database's files: SQLite has overwritten them and drops the log
 * that still holds them; PostgreSQL writes the tables anew and throws the old files away (its own log lives on
 * until the server recycles it). Must not run inside a transaction.
 * @returns false when somebody is still reading what was deleted: try again later
 */
export async function eraseDeletedRows(db: Db): Promise<boolean> {
  return dialectOf(db) === 'sqlite' ? dropSqliteLog(db) : rewritePostgresTables(db);
}

function dropSqliteLog(db: Db): Promise<boolean> {
  return db.connection().execute(async (connection) => {
    // The whole process stands still while SQLite waits, and a backup may take minutes.
    await sql`pragma busy_timeout = 0`.execute(connection);
    try {
      const { rows } = await sql<{ busy: number }>`pragma wal_checkpoint(truncate)`.execute(connection);
      return rows[0]?.busy === 0;
    } finally {
      await sql`pragma busy_timeout = ${sql.lit(busyTimeoutMs)}`.execute(connection);
    }
  });
}

function rewritePostgresTables(db: Db): Promise<boolean> {
  return db.connection().execute(async (connection) => {
    await sql`set lock_timeout = ${sql.lit(lockTimeoutMs)}`.execute(connection);
    try {
      if (await hasOlderReaders(connection)) return false;
      for (const table of tables) await sql`vacuum full ${sql.id(table)}`.execute(connection);
      return true;
    } catch (error) {
      if ((error as { code?: string }).code === lockNotAvailable) return false;
      throw error;
    } finally {
      await sql`reset lock_timeout`.execute(connection);
    }
  });
}

/**
 * Whether somebody still reads as of before now: deleted rows would be kept for them through the rewriting. Who may
 * not see other users' sessions (pg_read_all_stats) sees only the own user's.
 */
async function hasOlderReaders(connection: Db): Promise<boolean> {
  const { rows: own } = await sql<{ xid: string }>`select pg_current_xact_id()::text as xid`.execute(
    connection,
  );
  const { rows } = await sql<{ n: string }>`
    select count(*) as n from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()
      and age(backend_xmin) >= age(${own[0]?.xid ?? '0'}::xid8::xid)`.execute(connection);
  return Number(rows[0]?.n) > 0;
}

const lockNotAvailable = '55P03';
