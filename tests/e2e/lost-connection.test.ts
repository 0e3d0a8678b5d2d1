import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Connection, connect } from '#db/connect.ts';
import { nResponses } from '#db/queries/tally.ts';
import type { Round } from '#surveys/round/round.ts';
import { storeRoundOfToday } from '#tests/db/round-fixture.ts';
import { type AppServer, postForm, startAppServer } from '#tests/helpers/app-server.ts';
import { createTestDatabase, type TestDatabase } from '#tests/helpers/databases.ts';
import { countWaiting, endBackends } from '#tests/helpers/postgres-admin.ts';

describe('a server that loses its connections to PostgreSQL', () => {
  let database: TestDatabase;
  let connection: Connection;
  let round: Round;
  let server: AppServer;
  beforeAll(async () => {
    database = await createTestDatabase('postgres');
    connection = connect(database.url);
    round = await storeRoundOfToday(connection.db);
    // Whatever is under way when the connections are lost may be logged as a fault; only the end would print more.
    const env = { LOG_LEVEL: 'silent' };
    server = await startAppServer({ databaseUrl: database.url, isDemo: false, env });
  });
  afterAll(async () => {
    try {
      await server?.stop();
    } finally {
      await connection?.close();
      await database?.drop();
    }
  });

  let nSent = 0;
  const send = async () => {
    nSent += 1;
    const fields = { visited: 'yes', _key: `a-key-made-by-the-tests-${nSent}` };
    return (await postForm(`${server.origin}/s/${round.id}`, fields)).status;
  };
  const open = async (path: string) => (await fetch(`${server.origin}${path}`)).status;

  /** Sends answers whose acceptance waits for a lock, and ends all backends then, the lock's own as well. */
  const sendBehindLock = async (n: number) => {
    const sent: Promise<number>[] = [];
    const locking = connection.db.transaction().execute(async (tx) => {
      await sql`lock table intake in access exclusive mode`.execute(tx);
      sent.push(...Array.from({ length: n }, send));
      await expect.poll(() => countWaiting(database.url, 'relation'), { timeout: 15_000 }).toBeGreaterThan(0);
      await endBackends(database.url);
    });
    await expect(locking).rejects.toThrow('connection to PostgreSQL was lost');
    return Promise.all(sent);
  };

  test('lives on, and loses no answer that is being accepted', async () => {
    for (let n = 1; n <= 3; n++) {
      expect(await sendBehindLock(5)).toEqual(Array(5).fill(303));
      expect(await open('/api/health')).toBe(200);
    }
    expect(await nResponses(connection.db, round.id)).toBe(15);
  });

  test('answers every request while it happens, and well again afterwards', async () => {
    const statuses: Promise<number>[] = [];
    for (let n = 0; n < 30; n++) {
      statuses.push(open(`/s/${round.id}`), send());
      if (n % 10 === 5) await endBackends(database.url);
    }
    const answered = new Set(await Promise.all(statuses));
    expect([...answered].filter((status) => ![200, 303, 500].includes(status))).toEqual([]);
    expect(await Promise.all([open(`/s/${round.id}`), open('/'), send()])).toEqual([200, 200, 303]);
  });
});
