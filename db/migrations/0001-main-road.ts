import type { Kysely } from 'kysely';
import { keyType, withoutInsertionOrder } from '#db/migrations/key-order.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await createPlansAndRounds(db);
  await createAnswers(db);
  await createFigures(db);
  await createAccounts(db);
}

async function createPlansAndRounds(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('plan')
    .addColumn('id', keyType(db), (column) => column.notNull().primaryKey())
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('content_hash', 'text', (column) => column.notNull())
    .addColumn('is_demo', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('round')
    .addColumn('id', keyType(db), (column) => column.notNull().primaryKey())
    .addColumn('plan_id', keyType(db), (column) => column.notNull().references('plan.id'))
    .addColumn('fiscal_year', 'integer', (column) => column.notNull())
    .addColumn('title', 'text', (column) => column.notNull())
    .addColumn('audience', 'text', (column) => column.notNull())
    .addColumn('design', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('opens_at', 'text', (column) => column.notNull())
    .addColumn('closes_at', 'text', (column) => column.notNull())
    .addColumn('population_size', 'integer')
    .addColumn('n_issued', 'integer')
    .addColumn('questionnaire_hash', 'text', (column) => column.notNull())
    .addColumn('is_demo', 'integer', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    // Last: reading state or version then never touches the pages that the long text spills into.
    .addColumn('questionnaire', 'text', (column) => column.notNull())
    .execute();
}

async function createAnswers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('draft')
    .addColumn('round_id', keyType(db), (column) => column.notNull().references('round.id'))
    .addColumn('draft_id', keyType(db), (column) => column.notNull())
    .addColumn('ciphertext', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('draft_pk', ['round_id', 'draft_id'])
    .execute();
  await db.schema.createIndex('draft_expiry').on('draft').column('expires_at').execute();
  const submission = db.schema
    .createTable('submission')
    .addColumn('round_id', keyType(db), (column) => column.notNull().references('round.id'))
    .addColumn('key_hash', keyType(db), (column) => column.notNull())
    .addPrimaryKeyConstraint('submission_pk', ['round_id', 'key_hash']);
  await withoutInsertionOrder(db, submission).execute();
  for (const name of ['intake', 'response']) {
    const table = db.schema
      .createTable(name)
      .addColumn('round_id', keyType(db), (column) => column.notNull().references('round.id'))
      .addColumn('id', keyType(db), (column) => column.notNull())
      .addColumn('stratum', keyType(db), (column) => column.notNull())
      .addColumn('profile', keyType(db), (column) => column.notNull())
      .addColumn('channel', keyType(db), (column) => column.notNull())
      .addColumn('answers', 'text', (column) => column.notNull())
      .addPrimaryKeyConstraint(`${name}_pk`, ['round_id', 'id']);
    await withoutInsertionOrder(db, table).execute();
  }
  const freeText = db.schema
    .createTable('free_text')
    .addColumn('round_id', keyType(db), (column) => column.notNull().references('round.id'))
    .addColumn('id', keyType(db), (column) => column.notNull())
    .addColumn('question_id', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('free_text_pk', ['round_id', 'id']);
  await withoutInsertionOrder(db, freeText).execute();
}

async function createFigures(db: Kysely<unknown>): Promise<void> {
  const tally = db.schema
    .createTable('tally')
    .addColumn('round_id', keyType(db), (column) => column.notNull().references('round.id'))
    .addColumn('stratum', keyType(db), (column) => column.notNull())
    .addColumn('profile', keyType(db), (column) => column.notNull())
    .addColumn('channel', keyType(db), (column) => column.notNull())
    .addColumn('measure', keyType(db), (column) => column.notNull())
    .addColumn('value', keyType(db), (column) => column.notNull())
    .addColumn('n', 'integer', (column) => column.notNull())
    // Measure and value first: one figure of a page is then one stretch of the key.
    .addPrimaryKeyConstraint('tally_pk', ['round_id', 'measure', 'value', 'stratum', 'profile', 'channel']);
  await withoutInsertionOrder(db, tally).execute();
  const dayCount = db.schema
    .createTable('day_count')
    .addColumn('round_id', keyType(db), (column) => column.notNull().references('round.id'))
    .addColumn('day', keyType(db), (column) => column.notNull())
    .addColumn('dimension', keyType(db), (column) => column.notNull())
    .addColumn('value', keyType(db), (column) => column.notNull())
    // One row per writer, summed when read: parallel processes must not queue for one counter's row lock.
    .addColumn('writer', 'integer', (column) => column.notNull())
    .addColumn('n', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('day_count_pk', ['round_id', 'day', 'dimension', 'value', 'writer']);
  await withoutInsertionOrder(db, dayCount).execute();
  await db.schema
    .createTable('result')
    .addColumn('round_id', keyType(db), (column) => column.notNull().references('round.id'))
    .addColumn('indicator_id', keyType(db), (column) => column.notNull())
    .addColumn('plan_id', keyType(db), (column) => column.notNull().references('plan.id'))
    .addColumn('fiscal_year', 'integer', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('document', 'text', (column) => column.notNull())
    .addColumn('provenance', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('result_pk', ['round_id', 'indicator_id'])
    .execute();
  await db.schema
    .createIndex('result_by_plan')
    .on('result')
    .columns(['plan_id', 'fiscal_year', 'indicator_id'])
    .execute();
}

async function createAccounts(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('account')
    .addColumn('id', keyType(db), (column) => column.notNull().primaryKey())
    .addColumn('name', keyType(db), (column) => column.notNull().unique())
    .addColumn('display_name', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('password_hash', 'text', (column) => column.notNull())
    .addColumn('is_disabled', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('session')
    .addColumn('token_hash', keyType(db), (column) => column.notNull().primaryKey())
    .addColumn('account_id', keyType(db), (column) =>
      column.notNull().references('account.id').onDelete('cascade'),
    )
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('session_account').on('session').column('account_id').execute();
  await db.schema.createIndex('session_expiry').on('session').column('expires_at').execute();
}
