import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { type AddressInfo, connect as connectTcp, createServer } from 'node:net';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAcceptance } from '#app/fielding/accept/acceptance.ts';
import { type Connection, connect, type Db } from '#db/connect.ts';
import { nResponses } from '#db/queries/tally.ts';
import { inTransaction } from '#db/transaction.ts';
import { makeCodedSubmission, storeCodeRound } from '#tests/db/code-fixture.ts';
import { makeSubmission, storeRound } from '#tests/db/round-fixture.ts';
import { createTestDatabase, type TestDatabase } from '#tests/helpers/databases.ts';
import { now } from '#tests/helpers/make-round.ts';
import { countWaiting, endBackends } from '#tests/helpers/postgres-admin.ts';

/** A simple query as PostgreSQL's protocol sends it. */
const commitMessage = Buffer.from('Q\0\0\0\x0bcommit\0');

/** A way to the server that lets a first commit through, but not its answer: the line breaks instead. */
async function openBreakingLine(databaseUrl: string) {
  const target = new URL(databaseUrl);
  let isCommitSent = false;
  let isBroken = false;
  const proxy = createServer((near) => {
    const far = connectTcp(Number(target.port), target.hostname);
    const end = () => {
      near.destroy();
      far.destroy();
    };
    near.on('error', end).on('close', end);
    far.on('error', end).on('close', end);
    near.on('data', (chunk) => {
      isCommitSent ||= chunk.includes(commitMessage);
      far.write(chunk);
    });
    far.on('data', (chunk) => {
      if (!isCommitSent || isBroken) return near.write(chunk);
      isBroken = true;
      return end();
    });
  }).listen(0, '127.0.0.1');
  await once(proxy, 'listening');
  const url = new URL(databaseUrl);
  url.port = String((proxy.address() as AddressInfo).port);
  return { url: url.href, isBroken: () => isBroken, close: () => proxy.close() };
}

describe('a lost connection to PostgreSQL', () => {
  let database: TestDatabase;
  let connection: Connection;
  beforeEach(async () => {
    database = await createTestDatabase('postgres');
    connection = connect(database.url);
  });
  afterEach(async () => {
    await connection.close();
    await database.drop();
  });

  const untilWaiting = (event: 'PgSleep' | 'relation', n: number) =>
    expect.poll(() => countWaiting(database.url, event), { timeout: 15_000 }).toBe(n);
  const works = async () => {
    const { rows } = await sql<{ one: number }>`select 1 as one`.execute(connection.db);
    expect(rows).toEqual([{ one: 1 }]);
  };
  const sleep = sql`select pg_sleep(30)`;

  it('fails what is under way, in transactions and outside, and nothing that waits for its turn', async () => {
    const { db } = connection;
    const underWay = [
      ...Array.from({ length: 5 }, () => inTransaction(db, (tx) => sleep.execute(tx))),
      ...Array.from({ length: 5 }, () => sleep.execute(db)),
    ];
    const failed = Promise.allSettled(underWay);
    await untilWaiting('PgSleep', 10);
    const waiting = Array.from({ length: 50 }, works);
    expect(await endBackends(database.url)).toBe(10);
    for (const outcome of await failed) {
      expect(outcome).toMatchObject({
        status: 'rejected',
        reason: expect.objectContaining({ name: 'ConnectionLostError' }),
      });
    }
    await Promise.all(waiting);
  });

  it('fails a transaction between its statements, and says why', async () => {
    const failing = inTransaction(connection.db, async (tx) => {
      await sql`select 1`.execute(tx);
      await endBackends(database.url);
      await sql`select 1`.execute(tx);
    });
    await expect(failing).rejects.toMatchObject({
      name: 'ConnectionLostError',
      message: expect.stringContaining('administrator command'),
    });
    await works();
  });

  it('hides no earlier error of the transaction', async () => {
    const reason = new Error('a reason of our own');
    const failing = inTransaction(connection.db, async () => {
      await endBackends(database.url);
      throw reason;
    });
    await expect(failing).rejects.toBe(reason);
    await works();
  });

  it('costs nothing while connections are idle', async () => {
    await Promise.all(Array.from({ length: 10 }, works));
    expect(await endBackends(database.url)).toBe(10);
    await Promise.all(Array.from({ length: 20 }, works));
  });

  const openAcceptance = (db: Db) => {
    const told: string[] = [];
    const acceptance = createAcceptance({
      db,
      now: () => new Date(now),
      newId: randomUUID,
      onAccepted: () => told.push('waiting'),
      onCommitInDoubt: async () => void told.push('in doubt'),
      onCodesUsed: async (notes) => void told.push(`${notes.length} used`),
    });
    return { acceptance, told };
  };

  it('costs no answer: what is being accepted is tried again', async () => {
    const round = await storeRound(connection.db);
    const { acceptance, told } = openAcceptance(connection.db);
    const submission = makeSubmission(round);
    const locker = connect(database.url);
    const locking = inTransaction(locker.db, async (tx) => {
      await sql`lock table intake in exclusive mode`.execute(tx);
      const outcomes = Promise.all([acceptance.submit(submission), acceptance.submit(makeSubmission(round))]);
      await untilWaiting('relation', 1);
      // The lock goes with its own backend.
      await endBackends(database.url);
      return outcomes;
    });
    expect(await locking.catch((error) => error.name)).toBe('ConnectionLostError');
    await locker.close();
    await acceptance.drain();
    expect(await nResponses(connection.db, round.id)).toBe(2);
    expect(told).toEqual(['waiting', 'in doubt', '0 used']);
    expect(await acceptance.submit(submission)).toBe('repeated');
  });

  it('in a commit that was made all the same counts the answer once, and has its code looked up', async () => {
    const round = await storeCodeRound(connection.db);
    const line = await openBreakingLine(database.url);
    const behind = connect(line.url);
    const { acceptance, told } = openAcceptance(behind.db);
    expect(await acceptance.submit(makeCodedSubmission(round, 1))).toBe('repeated');
    expect(line.isBroken()).toBe(true);
    expect(told).toEqual(['waiting', 'in doubt', '0 used']);
    expect(await nResponses(connection.db, round.id)).toBe(1);
    expect(await acceptance.submit(makeCodedSubmission(round, 2))).toBe('accepted');
    expect(told.slice(3)).toEqual(['waiting', '1 used']);
    await behind.close();
    line.close();
  });
});
