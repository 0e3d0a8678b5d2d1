import { Kysely } from 'kysely';
import type { Db, Dialect } from '#db/dialect.ts';
import { openPostgres } from '#db/postgres.ts';
import type { Database } from '#db/schema/database.ts';
import { openSqlite } from '#db/sqlite.ts';

export type { Db, Dialect } from '#db/dialect.ts';

export interface Connection {
  readonly db: Db;
  readonly dialect: Dialect;
  /** Waits for running queries, writes the SQLite log back into its file, and closes. */
  readonly close: () => Promise<void>;
}

/**
 * Opens the database that a URL names: `sqlite:<path>` (folder and file are made when missing) or
 * `postgres://…` (connects when first used). Migrations are not run: see `migrateToLatest`.
 * @throws {Error} for another kind of URL, or a SQLite file that cannot be opened with the promised settings
 */
export function connect(url: string): Connection {
  if (/^postgres(ql)?:\/\//.test(url)) {
    const db = new Kysely<Database>({ dialect: openPostgres(url) });
    return { db, dialect: 'postgres', close: () => db.destroy() };
  }
  const path = url.startsWith('sqlite:') ? url.slice('sqlite:'.length) : '';
  if (path === '' || path === ':memory:') {
    throw new Error('a database URL is sqlite:<path> or postgres://…');
  }
  const { dialect, checkpoint } = openSqlite(path);
  const db = new Kysely<Database>({ dialect });
  const close = async () => {
    // Waits for its turn on the one connection, so that a transaction under way ends first.
    await db.connection().execute(async () => checkpoint());
    await db.destroy();
  };
  return { db, dialect: 'sqlite', close };
}
