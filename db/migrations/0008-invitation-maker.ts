import { type Kysely, SqliteAdapter, sql } from 'kysely';

/** Text of keys sorts by code point on both databases, whatever locale PostgreSQL was set up with. */
function keyType(db: Kysely<unknown>) {
  return db.getExecutor().adapter instanceof SqliteAdapter ? sql`text` : sql`text collate "C"`;
}

export async function up(db: Kysely<unknown>): Promise<void> {
  // Null for links that were made before anybody asked by whom.
  await db.schema
    .alterTable('invitation')
    .addColumn('made_by', keyType(db), (column) => column.references('account.id').onDelete('cascade'))
    .execute();
}
