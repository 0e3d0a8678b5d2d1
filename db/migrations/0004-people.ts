import { type Kysely, sql } from 'kysely';
import { keyType } from '#db/migrations/key-order.ts';

export async function up(db: Kysely<unknown>): Promise<void> {
  await describeSessions(db);
  await createSecondSteps(db);
  await createInvitations(db);
  await createAuditLog(db);
}

async function describeSessions(db: Kysely<unknown>): Promise<void> {
  for (const name of ['last_seen_at', 'device', 'address_class']) {
    await db.schema.alterTable('session').addColumn(name, 'text').execute();
  }
}

async function createSecondSteps(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('account_totp')
    .addColumn('account_id', keyType(db), (column) =>
      column.notNull().primaryKey().references('account.id').onDelete('cascade'),
    )
    .addColumn('sealed_secret', 'text', (column) => column.notNull())
    // Null until the first code was entered: a secret nobody has in an app must not lock anyone out.
    .addColumn('confirmed_at', 'text')
    // The time step of the last accepted code, so that no code is good twice.
    .addColumn('last_step', 'integer', (column) => column.notNull())
    .execute();
  await db.schema
    .createTable('recovery_code')
    .addColumn('account_id', keyType(db), (column) =>
      column.notNull().references('account.id').onDelete('cascade'),
    )
    .addColumn('code_hash', keyType(db), (column) => column.notNull())
    .addPrimaryKeyConstraint('recovery_code_pk', ['account_id', 'code_hash'])
    .execute();
}

async function createInvitations(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('invitation')
    .addColumn('token_hash', keyType(db), (column) => column.notNull().primaryKey())
    // The account that gets a new password; null when the link makes a new account.
    .addColumn('account_id', keyType(db), (column) => column.references('account.id').onDelete('cascade'))
    .addColumn('name', keyType(db), (column) => column.notNull().unique())
    .addColumn('display_name', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('expires_at', 'text', (column) => column.notNull())
    .execute();
}

async function createAuditLog(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit_entry')
    .addColumn('seq', 'integer', (column) => column.notNull().primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    // No reference: an entry stays as it is, whatever becomes of the account.
    .addColumn('actor_id', keyType(db))
    .addColumn('actor_name', 'text')
    .addColumn('action', keyType(db), (column) => column.notNull())
    .addColumn('object_type', keyType(db))
    .addColumn('object_id', keyType(db))
    .addColumn('detail', 'text', (column) => column.notNull())
    .addColumn('previous_hash', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
  await db.schema.createIndex('audit_actor').on('audit_entry').columns(['actor_id', 'seq']).execute();
  await db.schema.createIndex('audit_object').on('audit_entry').columns(['object_id', 'seq']).execute();
  // One row: whoever appends holds it, so that entries queue; and a log cut short at its end is noticed.
  await db.schema
    .createTable('audit_head')
    .addColumn('id', 'integer', (column) => column.notNull().primaryKey())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
  await sql`insert into audit_head (id, seq, hash) values (1, 0, '')`.execute(db);
}
