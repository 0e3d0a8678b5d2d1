import type { Kysely } from 'kysely';
import { keyType, withoutInsertionOrder } from '#db/migrations/key-order.ts';

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
