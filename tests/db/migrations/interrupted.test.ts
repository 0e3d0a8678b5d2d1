import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type Connection, connect } from '#db/connect.ts';
import { dialects } from '#db/dialect.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { migrations } from '#db/migrations/index.ts';
import {
  byKey,
  describeSchema,
  fillAsVersion,
  migrateAsVersion,
  readByKey,
  rowsAt,
  rowsToday,
} from '#tests/db/migrations/older-database.ts';
import { addColumns } from '#tests/db/migrations/rows/rows.ts';
import { createTestDatabase, type TestDatabase } from '#tests/helpers/databases.ts';
import { plainEnv } from '#tests/helpers/plain-env.ts';
import { countWaiting, endBackends } from '#tests/helpers/postgres-admin.ts';

const root = `${import.meta.dirname}/../../..`;

/** Migrates as the server does, then comes to a migration that never ends; all of it is one transaction. */
const endlessScript = `
  import { Migrator } from 'kysely/migration';
  import { connect } from '${root}/db/connect.ts';
  import { migrations } from '${root}/db/migrations/index.ts';
  setInterval(() => undefined, 60_000);
  const endless = { up: () => new Promise(() => console.log('in the middle')) };
  const getMigrations = async () => ({ ...migrations, '9999-endless': endless });
  await new Migrator({ db: connect(process.env.DATABASE_URL).db, provider: { getMigrations } }).migrateToLatest();
`;

/** Starts as the server does once it is told to, and says what it migrated. */
const startScript = `
  import { once } from 'node:events';
  import { createServices, prepareDatabase } from '${root}/app/compose.ts';
  import { parseEnv } from '${root}/app/env.ts';
  import { migrateToLatest } from '${root}/db/migrate.ts';
  console.log('ready');
  await once(process.stdin, 'data');
  const made = createServices(parseEnv(process.env));
  console.log(JSON.stringify(await migrateToLatest(made.services.db)));
  await prepareDatabase(made, { hasDemo: false });
  await made.connection.close();
  process.exit();
`;

describe.each(dialects)('migrating (%s)', (dialect) => {
  let folder: string;
  let database: TestDatabase;
  let connection: Connection;
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'koebako-migrating-'));
    database = await createTestDatabase(dialect, { isEmpty: true });
    connection = connect(database.url);
  });
  afterEach(async () => {
    await connection.close();
    await database.drop();
    await rm(folder, { recursive: true, force: true });
  });

  const run = (script: string): ChildProcess =>
    spawn(process.execPath, ['--input-type=module', '--eval', script], {
      env: {
        ...plainEnv(),
        DATABASE_URL: database.url,
        DATA_DIR: folder,
        KOEBAKO_SECRET: 'a secret that only the tests know, long enough',
      },
    });

  /** Fills a database of an earlier version; what it must still be after a failure. */
  async function fill(version: string) {
    const { db } = connection;
    await migrateAsVersion(db, version);
    await fillAsVersion(db, version);
    return { version, schema: await describeSchema(db) };
  }

  async function expectUntouched({ version, schema }: Awaited<ReturnType<typeof fill>>): Promise<void> {
    const { db } = connection;
    expect(await readByKey(db)).toEqual(await byKey(db, rowsAt(version)));
    expect(await describeSchema(db)).toEqual(schema);
    const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
    expect(rows.map(({ name }) => name).sort()).toEqual(
      Object.keys(migrations).filter((name) => name <= version),
    );
  }

  async function expectMigratedAfterwards(version: string): Promise<void> {
    const { db } = connection;
    await migrateToLatest(db);
    expect(await readByKey(db)).toEqual(await byKey(db, rowsToday(version)));
  }

  it('leaves an earlier version whole when the process is killed in the middle', async () => {
    const before = await fill('0005-lifecycle');
    const migrating = run(endlessScript);
    await once(migrating.stdout ?? migrating, 'data');
    migrating.kill('SIGKILL');
    await once(migrating, 'exit');
    await expectUntouched(before);
    await expectMigratedAfterwards('0005-lifecycle');
  });

  it.runIf(dialect === 'sqlite')('leaves an earlier version whole when the disk is full', async () => {
    const before = await fill('0005-lifecycle');
    const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(connection.db);
    // Some tables more, and then none.
    await sql`pragma max_page_count = ${sql.lit((rows[0]?.page_count ?? 0) + 6)}`.execute(connection.db);
    await expect(migrateToLatest(connection.db)).rejects.toMatchObject({ code: 'SQLITE_FULL' });
    await expectUntouched(before);
    await sql`pragma max_page_count = 1000000`.execute(connection.db);
    await expectMigratedAfterwards('0005-lifecycle');
  });

  it.runIf(dialect === 'postgres')(
    'leaves an earlier version whole when the connection is lost',
    async () => {
      const before = await fill('0009-code-log');
      const other = connect(database.url);
      // Held up at the last step but one, with the others done.
      const holding = other.db.transaction().execute(async (tx) => {
        await sql`lock table import_job`.execute(tx);
        await sql`select pg_sleep(60)`.execute(tx);
      });
      const held = expect(holding).rejects.toThrow();
      await expect.poll(() => countWaiting(database.url, 'PgSleep'), { timeout: 15_000 }).toBe(1);
      const failing = expect(migrateToLatest(connection.db)).rejects.toThrow();
      await expect.poll(() => countWaiting(database.url, 'relation'), { timeout: 15_000 }).toBe(1);
      await endBackends(database.url);
      await Promise.all([held, failing]);
      await other.close();
      await expectUntouched(before);
      await expectMigratedAfterwards('0009-code-log');
    },
  );

  it.each([['an empty database'], ['a filled one of an earlier version']])(
    'happens once in %s when several processes start at the same moment',
    async (kind) => {
      const version = kind === 'an empty database' ? '' : '0005-lifecycle';
      if (version !== '') {
        await fill(version);
        // A server that starts without a demo refuses a database with one.
        await sql`update plan set is_demo = 0`.execute(connection.db);
      }
      const processes = Array.from({ length: 4 }, () => run(startScript));
      const told = processes.map(({ stderr }) => (stderr ? text(stderr) : ''));
      await Promise.all(processes.map(({ stdout }) => stdout && once(stdout, 'data')));
      const said = processes.map(({ stdout }) => (stdout ? text(stdout) : ''));
      const ended = processes.map((child) => once(child, 'exit'));
      for (const { stdin } of processes) stdin?.write('go');
      expect(await Promise.all(told)).toEqual(['', '', '', '']);
      expect((await Promise.all(ended)).map(([code]) => code)).toEqual([0, 0, 0, 0]);
      const applied = (await Promise.all(said)).map((line): unknown => JSON.parse(line));
      const all = Object.keys(migrations).filter((name) => name > version);
      expect(applied.toSorted()).toEqual([[], [], [], all]);
      const { db } = connection;
      const rows = version === '' ? {} : addColumns(rowsToday(version), 'plan', { is_demo: 0 });
      // Beside them stands the plan of the ward, which every start stores.
      expect(await readByKey(db)).toMatchObject(await byKey(db, rows));
      const fresh = await createTestDatabase(dialect);
      const { db: freshDb, close } = connect(fresh.url);
      expect(await describeSchema(db)).toEqual(await describeSchema(freshDb));
      await close();
      await fresh.drop();
    },
  );
});
