import { type Kysely, SqliteAdapter, sql } from 'kysely';

function keyType(db: Kysely<unknown>) {
  return db.getExecutor().adapter instanceof SqliteAdapter ? sql`text` : sql`text collate "C"`;
}

/** Rounds that were closed by their dates kept the seeds of their codes: these go now. */
const sealClosedRounds = sql`
  update access_code_batch set seed = null
  where round_id in (select id from round where state not in ('approved', 'open'))`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('code_log')
    .addColumn('log_id', keyType(db), (column) => column.notNull().primaryKey())
    .addColumn('n_notes', 'integer', (column) => column.notNull())
    .execute();
  await sealClosedRounds.execute(db);
}
