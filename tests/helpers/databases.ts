import { randomBytes } from 'node:crypto';
import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe } from 'vitest';
import { type Connection, connect, type Db } from '#db/connect.ts';
import { type Dialect, dialects } from '#db/dialect.ts';
import { testDatabaseUrl, untilRowIsWaitedFor, withAdminClient } from '#tests/helpers/postgres-admin.ts';

export interface TestDatabase {
  readonly url: string;
  readonly drop: () => Promise<void>;
}

/** Makes a fresh migrated database: a copy of the template file, or of the template database; an empty one on request. */
export async function createTestDatabase(
  dialect: Dialect,
  { isEmpty = false }: { readonly isEmpty?: boolean } = {},
): Promise<TestDatabase> {
  if (dialect === 'sqlite') {
    const folder = await mkdtemp(join(tmpdir(), 'koebako-db-'));
    const file = join(folder, 'test.db');
    if (!isEmpty) await copyFile(process.env.TEST_SQLITE_TEMPLATE ?? '', file);
    return { url: `sqlite:${file}`, drop: () => rm(folder, { recursive: true, force: true }) };
  }
  const name = `koebako_${randomBytes(8).toString('hex')}`;
  const template = isEmpty ? 'template0' : process.env.TEST_POSTGRES_TEMPLATE;
  await withAdminClient((client) => client.query(`create database ${name} template ${template}`));
  const drop = async () => {
    await withAdminClient((client) => client.query(`drop database if exists ${name} with (force)`));
  };
  return { url: testDatabaseUrl(name), drop };
}

export interface DatabaseOfSuite {
  readonly dialect: Dialect;
  /** The suite's database. Tests share it: use rounds of their own. */
  readonly getDb: () => Db;
  readonly getConnection: () => Connection;
  readonly getUrl: () => string;
  /** Resolves once somebody waits for what an open transaction holds: on SQLite the one connection, at once. */
  readonly untilSomebodyWaits: () => Promise<void>;
}

/** Runs a suite on SQLite and on PostgreSQL, each with a fresh migrated database. */
export function describeOnEachDatabase(
  name: string,
  suite: (getDb: () => Db, database: DatabaseOfSuite) => void,
): void {
  describe.each(dialects)(`${name} (%s)`, (dialect) => {
    let database: TestDatabase | undefined;
    let connection: Connection | undefined;
    beforeAll(async () => {
      database = await createTestDatabase(dialect);
      connection = connect(database.url);
    });
    afterAll(async () => {
      await connection?.close();
      await database?.drop();
    });
    const need = <Value>(value: Value | undefined): Value => {
      if (value === undefined) throw new Error('the test database exists only while tests run');
      return value;
    };
    const getConnection = () => need(connection);
    const getDb = () => getConnection().db;
    const getUrl = () => need(database).url;
    const untilSomebodyWaits = async () => {
      if (dialect === 'postgres') await untilRowIsWaitedFor(getUrl());
    };
    suite(getDb, { dialect, getDb, getConnection, getUrl, untilSomebodyWaits });
  });
}
