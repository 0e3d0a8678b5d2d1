import type { Kysely } from 'kysely';
import { keyType } from '#db/migrations/key-order.ts';

/** What rounds promise, what was chosen while preparing them, and every step of their life. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('round').addColumn('terms', 'text').execute();
  await db.schema.createIndex('round_state').on('round').columns(['state']).execute();
  await db.schema
    .createTable('round_setup')
    .addColumn('round_id', keyType(db), (column) => column.notNull().primaryKey().references('round.id'))
    .addColumn('document', 'text', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('round_step')
    .addColumn('round_id', keyType(db), (column) => column.notNull().references('round.id'))
    .addColumn('step', 'integer', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('transition', 'text', (column) => column.notNull())
    .addColumn('from_state', 'text', (column) => column.notNull())
    .addColumn('to_state', 'text', (column) => column.notNull())
    // No reference: a step stays as it is, whatever becomes of the account.
    .addColumn('actor_id', keyType(db))
    .addColumn('actor_name', 'text')
    .addColumn('note', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('round_step_pk', ['round_id', 'step'])
    .execute();
}
