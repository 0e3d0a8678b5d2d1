import { open } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { connect, type Db } from '#db/connect.ts';
import { nResponses } from '#db/queries/tally.ts';
import type { Round } from '#surveys/round/round.ts';
import { acceptMany, storeRoundOfToday } from '#tests/db/round-fixture.ts';
import { type AppServer, postForm, startAppServer } from '#tests/helpers/app-server.ts';
import { createTestDatabase, type TestDatabase } from '#tests/helpers/databases.ts';

const filePage = 4096;

describe('a server whose disk or database file fails', () => {
  let database: TestDatabase;
  let round: Round;

  const withDb = async <Result>(work: (db: Db) => Promise<Result>): Promise<Result> => {
    const { db, close } = connect(database.url);
    try {
      return await work(db);
    } finally {
      await close();
    }
  };
  beforeEach(async () => {
    database = await createTestDatabase('sqlite');
    round = await withDb(storeRoundOfToday);
  });
  afterEach(() => database.drop());

  const overwriteFirstPage = async (table: string) => {
    const rootPage = await withDb(async (db) => {
      const { rows } = await sql<{ rootpage: number }>`
        select rootpage from sqlite_master where type = 'table' and name = ${table}`.execute(db);
      return rows[0]?.rootpage ?? 0;
    });
    const file = await open(database.url.slice('sqlite:'.length), 'r+');
    await file.write(Buffer.alloc(filePage, 0xff), 0, filePage, (rootPage - 1) * filePage);
    await file.close();
  };

  /** The status an answer gets; undefined where no answer comes, as from a process that has ended. */
  const send = async (server: AppServer, n: number) => {
    const fields = { visited: 'yes', opinion: 'あ'.repeat(200), _key: `a-key-made-by-the-tests-${n}` };
    return (await postForm(`${server.origin}/s/${round.id}`, fields).catch(() => undefined))?.status;
  };

  test('stops and names the fault where nothing can be written; every receipt stands for an answer', async () => {
    const server = await startAppServer({ databaseUrl: database.url, isDemo: false, fileSizeLimit: 2048 });
    const statuses: (number | undefined)[] = [];
    while (statuses.length < 2000 && !statuses.some((status) => status !== 303)) {
      const next = Array.from({ length: 10 }, (_, index) => send(server, statuses.length + index));
      statuses.push(...(await Promise.all(next)));
    }
    expect(await server.ended()).toBe(1);
    expect(server.output()).toMatch(/"level":60,.*"code":"SQLITE_IOERR_WRITE"/);
    expect(server.output()).not.toContain('cannot rollback');
    const nReceipts = statuses.filter((status) => status === 303).length;
    expect(new Set(statuses)).toEqual(new Set([303, undefined]));
    expect(nReceipts).toBeGreaterThan(0);
    const nStored = await withDb((db) => nResponses(db, round.id));
    expect(nStored).toBeGreaterThanOrEqual(nReceipts);
  });

  test('stops and names the fault where mixing finds the file corrupt, and gives no receipt after that', async () => {
    const server = await startAppServer({ databaseUrl: database.url, isDemo: false });
    await overwriteFirstPage('response');
    // What another connection writes lets the server forget the pages that it has read.
    await withDb((db) => acceptMany(db, round, 9));
    // The tenth answer is on disk before the mixer begins: its receipt is good, but it may not arrive any more.
    expect([303, undefined]).toContain(await send(server, 10));
    expect(await server.ended()).toBe(1);
    expect(server.output()).toMatch(/"level":60,.*"code":"SQLITE_CORRUPT"/);
    expect(await send(server, 11)).toBeUndefined();
    // Whoever starts it again is told, before it listens.
    const again = startAppServer({ databaseUrl: database.url, isDemo: false });
    await expect(again).rejects.toThrow('the database file is corrupt');
  });
});
