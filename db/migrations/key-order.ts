import { type CreateTableBuilder, type Kysely, SqliteAdapter, sql } from 'kysely';

/** Text of keys sorts by code point on both databases, whatever locale PostgreSQL was set up with. */
export function keyType(db: Kysely<unknown>) {
  return isSqlite(db) ? sql`text` : sql`text collate "C"`;
}

/**
 * A table that SQLite keeps in the order of its keys: a row id would tell who came first, and let one line up
 * codes, submission keys and responses.
 */
export function withoutInsertionOrder<Name extends string, Column extends string>(
  db: Kysely<unknown>,
  table: CreateTableBuilder<Name, Column>,
): CreateTableBuilder<Name, Column> {
  return isSqlite(db) ? table.modifyEnd(sql`without rowid`) : table;
}

const isSqlite = (db: Kysely<unknown>) => db.getExecutor().adapter instanceof SqliteAdapter;
