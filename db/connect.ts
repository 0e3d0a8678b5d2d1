import { Kysely, type LogEvent, sql } from 'kysely';
import type { Db, Dialect } from '#db/dialect.ts';
import { openPostgres } from '#db/postgres.ts';
import type { Database } from '#db/schema/database.ts';
import { filesOfSqlite, openSqlite, openSqliteToRead } from '#db/sqlite.ts';
import { isFatal } from '#db/storage-error.ts';

export type { Db, Dialect } from '#db/dialect.ts';

export interface Connection {
  readonly db: Db;
  readonly dialect: Dialect;
  /** What to call the database before people. */
  readonly name: string;
  /** Where the data lies on this machine, as far as it is there; nowhere with PostgreSQL. */
  readonly files: readonly string[];
  /** Waits for running queries, writes the SQLite log back into its file, and closes. */
  readonly close: () => Promise<void>;
}

interface ConnectOptions {
  /**
   * Told of every statement that failed because the disk or the file is at fault, whoever ran it and before
   * anything else is done about it; then the statement throws. A server stops here.
   */
  readonly onFatal?: (error: unknown) => void;
}

/**
 * Opens the database that a URL names: `sqlite:<path>` (folder and file are made when missing, for their owner alone) or
 * `postgres://…` (connects when first used). Migrations are not run: see `migrateToLatest`.
 * @throws {Error} for another kind of URL, or a SQLite file that cannot be opened with the promised settings
 */
export function connect(url: string, { onFatal }: ConnectOptions = {}): Connection {
  const log = (event: LogEvent) => {
    if (event.level === 'error' && isFatal(event.error)) onFatal?.(event.error);
  };
  if (isPostgres(url)) return connectToPostgres(url, log);
  const path = sqlitePath(url);
  const db = new Kysely<Database>({ dialect: openSqlite(path), log });
  const close = async () => {
    // Waits for its turn on the one connection, so that a transaction under way ends first.
    await sql`pragma wal_checkpoint(truncate)`.execute(db);
    await db.destroy();
  };
  return { db, dialect: 'sqlite', name: nameDatabase(url), files: filesOfSqlite(path), close };
}

/**
 * Opens an existing database of either kind to look at it: use it through `inSnapshot`, which is what keeps
 * PostgreSQL from writing; a SQLite file is opened for reading only. Nothing is made, migrated or written back.
 * @throws {Error} for another kind of URL, or a SQLite file that is not there
 */
export function connectToRead(url: string): Connection {
  if (isPostgres(url)) return connectToPostgres(url);
  const path = sqlitePath(url);
  const db = new Kysely<Database>({ dialect: openSqliteToRead(path) });
  const close = () => db.destroy();
  return { db, dialect: 'sqlite', name: nameDatabase(url), files: filesOfSqlite(path), close };
}

/** The URL of a database without the password and the settings in it. */
export const nameDatabase = (url: string): string =>
  url.replace(/^(postgres(?:ql)?:\/\/[^:@/]*):.*@/, '$1@').replace(/\?.*$/, '');

/** Asks a database for the least there is to answer. @throws what its driver throws when there is no answer */
export async function pingDatabase(db: Db): Promise<void> {
  await sql`select 1`.execute(db);
}

const isPostgres = (url: string) => /^postgres(ql)?:\/\//.test(url);

function connectToPostgres(url: string, log?: (event: LogEvent) => void): Connection {
  const db = new Kysely<Database>({ dialect: openPostgres(url), ...(log && { log }) });
  return { db, dialect: 'postgres', name: nameDatabase(url), files: [], close: () => db.destroy() };
}

function sqlitePath(url: string): string {
  const path = url.startsWith('sqlite:') ? url.slice('sqlite:'.length) : '';
  if (path === '' || path === ':memory:') {
    throw new Error('a database URL is sqlite:<path> or postgres://…');
  }
  return path;
}
