import { sql } from 'kysely';
import { type Db, dialectOf } from '#db/dialect.ts';

/**
 * Makes rows that were deleted unreadable in the database's files: SQLite has overwritten them and drops the
 * log that still holds them; PostgreSQL clears dead rows away (its own log lives on until it is recycled).
 * Must not run inside a transaction.
 */
export async function eraseDeletedRows(db: Db): Promise<void> {
  if (dialectOf(db) === 'sqlite') {
    await sql`pragma wal_checkpoint(truncate)`.execute(db);
    return;
  }
  await sql`vacuum submission, draft, intake, response, free_text, access_code, access_code_batch, keyed_entry, import_row`.execute(
    db,
  );
}
