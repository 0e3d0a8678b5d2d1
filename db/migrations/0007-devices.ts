import { type CreateTableBuilder, type Kysely, SqliteAdapter, sql } from 'kysely';

/** A row id would tell in which order counters began; these tables are kept in the order of their keys. */
function withoutInsertionOrder<Name extends string, Column extends string>(
  db: Kysely<unknown>,
  table: CreateTableBuilder<Name, Column>,
): CreateTableBuilder<Name, Column> {
  return db.getExecutor().adapter instanceof SqliteAdapter ? table.modifyEnd(sql`without rowid`) : table;
}

/** Text of keys sorts by code point on both databases, whatever locale PostgreSQL was set up with. */
function keyType(db: Kysely<unknown>) {
  return db.getExecutor().adapter instanceof SqliteAdapter ? sql`text` : sql`text collate "C"`;
}

export async function up(db: Kysely<unknown>): Promise<void> {
  const pageCount = db.schema
    .createTable('page_count')
    .addColumn('round_id', keyType(db), (column) => column.notNull().references('round.id'))
    .addColumn('step', keyType(db), (column) => column.notNull())
    // One row per writer, summed when read: parallel processes must not queue for one counter's row lock.
    .addColumn('writer', 'integer', (column) => column.notNull())
    .addColumn('n', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('page_count_pk', ['round_id', 'step', 'writer']);
  await withoutInsertionOrder(db, pageCount).execute();
  await db.schema
    .createTable('device')
    .addColumn('id', keyType(db), (column) => column.notNull().primaryKey())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('round_id', keyType(db), (column) => column.references('round.id'))
    .addColumn('token_hash', keyType(db), (column) => column.unique())
    .addColumn('pairing_hash', keyType(db), (column) => column.unique())
    .addColumn('pairing_expires_at', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('paired_at', 'text')
    .addColumn('revoked_at', 'text')
    // A day, not an instant: an instant could be laid beside the moment somebody stood at the counter.
    .addColumn('last_used_on', 'text')
    .execute();
  const deviceCount = db.schema
    .createTable('device_count')
    .addColumn('round_id', keyType(db), (column) => column.notNull().references('round.id'))
    .addColumn('device_id', keyType(db), (column) => column.notNull().references('device.id'))
    .addColumn('writer', 'integer', (column) => column.notNull())
    .addColumn('n', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('device_count_pk', ['round_id', 'device_id', 'writer']);
  await withoutInsertionOrder(db, deviceCount).execute();
}
