import type { Kysely } from 'kysely';
import { keyType, withoutInsertionOrder } from '#db/migrations/key-order.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  const keyedEntry = db.schema
    .createTable('keyed_entry')
    .addColumn('round_id', keyType(db), (column) => column.notNull().references('round.id'))
    .addColumn('serial', keyType(db), (column) => column.notNull())
    .addColumn('account_id', keyType(db), (column) => column.notNull().references('account.id'))
    .addColumn('batch', 'text', (column) => column.notNull())
    .addColumn('sealed', 'text', (column) => column.notNull())
    .addColumn('keyed_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('keyed_entry_pk', ['round_id', 'serial', 'account_id']);
  await withoutInsertionOrder(db, keyedEntry).execute();
  const keyingCount = db.schema
    .createTable('keying_count')
    .addColumn('round_id', keyType(db), (column) => column.notNull().references('round.id'))
    .addColumn('question_id', keyType(db), (column) => column.notNull())
    .addColumn('n_keyed', 'integer', (column) => column.notNull())
    .addColumn('n_wrong', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('keying_count_pk', ['round_id', 'question_id']);
  await withoutInsertionOrder(db, keyingCount).execute();
  await db.schema
    .createTable('paper_setting')
    .addColumn('round_id', keyType(db), (column) => column.notNull().primaryKey().references('round.id'))
    .addColumn('settler', 'text', (column) => column.notNull())
    .execute();
  await createImportTables(db);
}

async function createImportTables(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('import_job')
    .addColumn('round_id', keyType(db), (column) => column.notNull().references('round.id'))
    .addColumn('id', keyType(db), (column) => column.notNull())
    .addColumn('file_name', 'text', (column) => column.notNull())
    .addColumn('channel', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('n_rows', 'integer', (column) => column.notNull())
    .addColumn('n_bad', 'integer', (column) => column.notNull())
    .addColumn('n_stored', 'integer', (column) => column.notNull())
    .addColumn('problems', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    // Moves while the work goes on: a job that stands still was interrupted.
    .addColumn('touched_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('import_job_pk', ['round_id', 'id'])
    .execute();
  const importRow = db.schema
    .createTable('import_row')
    .addColumn('round_id', keyType(db), (column) => column.notNull().references('round.id'))
    .addColumn('import_id', keyType(db), (column) => column.notNull())
    .addColumn('row_no', 'integer', (column) => column.notNull())
    .addColumn('key_hash', keyType(db), (column) => column.notNull())
    .addColumn('code_hash', keyType(db))
    .addColumn('stratum', 'text', (column) => column.notNull())
    .addColumn('answers', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('import_row_pk', ['round_id', 'import_id', 'row_no']);
  await withoutInsertionOrder(db, importRow).execute();
  await db.schema
    .createIndex('import_row_key')
    .on('import_row')
    .columns(['round_id', 'import_id', 'key_hash'])
    .execute();
}
