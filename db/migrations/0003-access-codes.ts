import type { Kysely } from 'kysely';
import { keyType, withoutInsertionOrder } from '#db/migrations/key-order.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('round')
    .addColumn('access', 'text', (column) => column.notNull().defaultTo('open'))
    .execute();
  await db.schema
    .alterTable('round')
    .addColumn('reminder', 'text', (column) => column.notNull().defaultTo('everyone'))
    .execute();
  await db.schema
    .createTable('access_code_batch')
    .addColumn('round_id', keyType(db), (column) => column.notNull().references('round.id'))
    .addColumn('batch', 'integer', (column) => column.notNull())
    .addColumn('strata', 'text', (column) => column.notNull())
    .addColumn('first_serial', 'integer', (column) => column.notNull())
    .addColumn('n_codes', 'integer', (column) => column.notNull())
    .addColumn('n_made', 'integer', (column) => column.notNull())
    .addColumn('seed', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('access_code_batch_pk', ['round_id', 'batch'])
    .execute();
  const code = db.schema
    .createTable('access_code')
    .addColumn('round_id', keyType(db), (column) => column.notNull().references('round.id'))
    .addColumn('code_hash', keyType(db), (column) => column.notNull())
    .addColumn('serial', 'integer', (column) => column.notNull())
    .addColumn('batch', 'integer', (column) => column.notNull())
    .addColumn('stratum', keyType(db), (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('key_hash', keyType(db))
    .addPrimaryKeyConstraint('access_code_pk', ['round_id', 'code_hash']);
  await withoutInsertionOrder(db, code).execute();
  await db.schema
    .createIndex('access_code_serial')
    .on('access_code')
    .columns(['round_id', 'serial'])
    .unique()
    .execute();
}
