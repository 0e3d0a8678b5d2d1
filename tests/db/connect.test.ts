import { existsSync, statSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '#db/connect.ts';
import { dialectOf } from '#db/dialect.ts';
import { assertDurable, migrateToLatest } from '#db/migrate.ts';
import { createTestDatabase, describeOnEachDatabase } from '#tests/helpers/databases.ts';

describe('connect to SQLite', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'koebako-connect-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('makes the folder of the file', async () => {
    const { close } = connect(`sqlite:${folder}/new/deep/koebako.db`);
    await close();
    expect(existsSync(`${folder}/new/deep/koebako.db`)).toBe(true);
  });

  it.each([
    ['synchronous', 2, 'synchronous'],
    ['journal_mode', 'wal', 'journal_mode'],
    ['foreign_keys', 1, 'foreign_keys'],
    ['secure_delete', 1, 'secure_delete'],
    ['busy_timeout', 5000, 'timeout'],
  ])('opens a migrated file with %s = %s', async (pragma, value, column) => {
    const { db, close } = connect(`sqlite:${folder}/${pragma}.db`);
    await migrateToLatest(db);
    await close();
    const again = connect(`sqlite:${folder}/${pragma}.db`);
    const { rows } = await sql.raw<Record<string, unknown>>(`pragma ${pragma}`).execute(again.db);
    await again.close();
    expect(rows).toEqual([{ [column]: value }]);
  });

  it('refuses to call a connection durable whose synchronous was lowered', async () => {
    const { db, close } = connect(`sqlite:${folder}/lowered.db`);
    await sql`pragma synchronous = normal`.execute(db);
    await expect(assertDurable(db)).rejects.toThrow('synchronous');
    await close();
  });

  it('takes the write lock when a transaction begins', async () => {
    const first = connect(`sqlite:${folder}/lock.db`);
    await migrateToLatest(first.db);
    const second = connect(`sqlite:${folder}/lock.db`);
    await sql`pragma busy_timeout = 0`.execute(second.db);
    await first.db.transaction().execute(async (tx) => {
      await tx.selectFrom('plan').select('id').execute();
      await expect(second.db.transaction().execute(async () => undefined)).rejects.toThrow('locked');
    });
    await first.close();
    await second.close();
  });

  it('writes the log back into the file when closing', async () => {
    const { db, close } = connect(`sqlite:${folder}/checkpoint.db`);
    await migrateToLatest(db);
    await close();
    const log = `${folder}/checkpoint.db-wal`;
    expect(existsSync(log) ? statSync(log).size : 0).toBe(0);
  });

  it('refuses a database in memory and an unknown kind of URL', () => {
    expect(() => connect('sqlite::memory:')).toThrow('sqlite:<path>');
    expect(() => connect('mysql://localhost/koebako')).toThrow('sqlite:<path>');
  });
});

describe('connect to PostgreSQL', () => {
  it('refuses a database that answers commits before they are on disk', async () => {
    const database = await createTestDatabase('postgres');
    const { db, close } = connect(database.url);
    const name = new URL(database.url).pathname.slice(1);
    await sql`alter database ${sql.id(name)} set synchronous_commit = off`.execute(db);
    await close();
    const again = connect(database.url);
    await expect(again.db.selectFrom('plan').select('id').execute()).rejects.toThrow('synchronous_commit');
    await again.close();
    await database.drop();
  });
});

describeOnEachDatabase('connect', (getDb, { dialect }) => {
  it('knows its dialect inside and outside a transaction', async () => {
    expect(dialectOf(getDb())).toBe(dialect);
    expect(
      await getDb()
        .transaction()
        .execute(async (tx) => dialectOf(tx)),
    ).toBe(dialect);
  });

  it('reads counts and sums as numbers', async () => {
    const row = await getDb()
      .selectFrom('plan')
      .select(({ fn }) => fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    expect(row.n).toBe(0);
  });
});
