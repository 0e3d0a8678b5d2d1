import { type Kysely, sql } from 'kysely';
import { keyType } from '#db/migrations/key-order.ts';

/**
 * Rounds that were closed by their dates kept the seeds of their codes, and drafts could have codes that were made
 * for other strata and questions than will be approved: the seeds of both go now, and the drafts' codes with them.
 */
const sealShutRounds = sql`
  update access_code_batch set seed = null
  where round_id in (select id from round where state not in ('approved', 'open'))`;
const withdrawDrafts = sql`
  update access_code set state = 'void'
  where state = 'issued' and round_id in (select id from round where state in ('draft', 'approval_requested'))`;

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('code_log')
    .addColumn('log_id', keyType(db), (column) => column.notNull().primaryKey())
    .addColumn('n_notes', 'integer', (column) => column.notNull())
    .execute();
  await sealShutRounds.execute(db);
  await withdrawDrafts.execute(db);
}
