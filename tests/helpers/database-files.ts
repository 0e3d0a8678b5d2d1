import { existsSync, readFileSync } from 'node:fs';
import { sql } from 'kysely';
import { type Db, dialectOf } from '#db/dialect.ts';

/**
 * Everything the files of a database hold, byte by byte: of SQLite the write-ahead log included, of PostgreSQL
 * every file of the database's folder as the server reads them from disk.
 */
export async function readDatabaseFiles(db: Db, url: string): Promise<Buffer> {
  return dialectOf(db) === 'sqlite' ? readSqliteFiles(url) : readPostgresFiles(db);
}

function readSqliteFiles(url: string): Buffer {
  const path = url.slice('sqlite:'.length);
  const files = [path, `${path}-wal`, `${path}-shm`].filter((file) => existsSync(file));
  return Buffer.concat(files.map((file) => readFileSync(file)));
}

/**
 * The write-ahead log of the PostgreSQL server once it has gone past what it holds now: the files that a server
 * with `wal_recycle = off` still has after its next checkpoints.
 */
export async function readLaterPostgresLog(db: Db): Promise<Buffer> {
  for (let turn = 0; turn < 2; turn += 1) {
    await sql`select pg_switch_wal()`.execute(db);
    await sql`checkpoint`.execute(db);
  }
  const { rows } = await sql<{ bytes: Buffer | null }>`
    select pg_read_binary_file('pg_wal/' || name, 0, 1000000000, true) as bytes from pg_ls_waldir()`.execute(
    db,
  );
  return Buffer.concat(rows.flatMap(({ bytes }) => bytes ?? []));
}

async function readPostgresFiles(db: Db): Promise<Buffer> {
  // What is still in memory only gets written, and files that were replaced get removed.
  await sql`checkpoint`.execute(db);
  const { rows } = await sql<{ bytes: Buffer | null }>`
    select pg_read_binary_file(folder || '/' || name, 0, 1000000000, true) as bytes
    from (select 'base/' || oid as folder from pg_database where datname = current_database()) as place,
      pg_ls_dir(folder) as name
    where (pg_stat_file(folder || '/' || name, true)).size > 0`.execute(db);
  return Buffer.concat(rows.flatMap(({ bytes }) => bytes ?? []));
}
