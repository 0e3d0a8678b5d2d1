import { randomUUID } from 'node:crypto';
import { open } from 'node:fs/promises';
import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createAcceptance } from '#app/fielding/accept/acceptance.ts';
import { createCodeMaker } from '#app/fielding/codes/code-maker.ts';
import { createMixer } from '#app/fielding/mix/mixer.ts';
import { createEraser } from '#app/fielding/rounds/eraser.ts';
import { createRoundClock } from '#app/fielding/rounds/round-clock.ts';
import { createLog } from '#app/web/log.ts';
import { type Connection, connect, type Db } from '#db/connect.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { upsertDraft } from '#db/queries/draft.ts';
import { countIntake } from '#db/queries/intake.ts';
import { listRounds } from '#db/queries/round.ts';
import type { Database } from '#db/schema/database.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Round } from '#surveys/round/round.ts';
import { acceptMany, makeSubmission, randomness, storeRound } from '#tests/db/round-fixture.ts';
import { createTestDatabase, type TestDatabase } from '#tests/helpers/databases.ts';
import { now } from '#tests/helpers/make-round.ts';

const log = createLog('silent');
const clock = () => new Date(now);

/** Long enough to need pages of its own. */
const draftOf = (round: Round) => ({
  roundId: round.id,
  draftId: 'a-draft',
  ciphertext: 'x'.repeat(1_000_000),
  updatedAt: now,
  expiresAt: now,
});

describe('a fault of the disk or the file on SQLite', () => {
  let database: TestDatabase;
  let connection: Connection;
  let round: Round;
  /** What the process would have stopped for, in order. */
  let faults: unknown[];

  const openFile = () => {
    connection = connect(database.url, { onFatal: (error) => faults.push(error) });
  };
  beforeEach(async () => {
    database = await createTestDatabase('sqlite');
    faults = [];
    openFile();
    round = await storeRound(connection.db);
  });
  afterEach(async () => {
    await connection.close();
    await database.drop();
  });

  const pragma = async (text: string): Promise<number> => {
    const { rows } = await sql<Record<string, number>>`pragma ${sql.raw(text)}`.execute(connection.db);
    return Object.values(rows[0] ?? {})[0] ?? 0;
  };

  /** Lets the file grow no more: SQLite then says what it says of a full disk. */
  const fillDisk = async () => pragma(`max_page_count = ${await pragma('page_count')}`);
  const freeDisk = () => pragma('max_page_count = 1000000');

  /** Overwrites the first pages of a table and its indexes in the closed file, and opens it again. */
  const corrupt = async (table: keyof Database) => {
    const pageSize = await pragma('page_size');
    const { rows } = await sql<{ rootpage: number }>`
      select rootpage from sqlite_master where tbl_name = ${table} and rootpage > 0`.execute(connection.db);
    await connection.close();
    const file = await open(database.url.slice('sqlite:'.length), 'r+');
    const garbage = Buffer.alloc(pageSize, 0xff);
    for (const { rootpage } of rows) await file.write(garbage, 0, pageSize, (rootpage - 1) * pageSize);
    await file.close();
    openFile();
  };

  const acceptanceOf = (db: Db) =>
    createAcceptance({ db, now: clock, newId: randomUUID, onAccepted: () => undefined });
  const mixerOf = (db: Db) => createMixer({ db, log, randomness });

  it.each([
    ['in a transaction', (work: (tx: Db) => Promise<void>) => inTransaction(connection.db, work)],
    [
      'in one that was asked for directly',
      (work: (tx: Db) => Promise<void>) => connection.db.transaction().execute(work),
    ],
    ['without a transaction', (work: (tx: Db) => Promise<void>) => work(connection.db)],
  ])('is what the caller gets and the process stops for, %s', async (_, run) => {
    await fillDisk();
    const full = { code: 'SQLITE_FULL' };
    await expect(run((tx) => upsertDraft(tx, draftOf(round)))).rejects.toMatchObject(full);
    expect(faults).toMatchObject([full]);
    await freeDisk();
    await run((tx) => upsertDraft(tx, draftOf(round)));
    expect(faults).toHaveLength(1);
  });

  it('is told before the transaction is rolled back', async () => {
    await connection.close();
    const steps: string[] = [];
    connection = connect(database.url, { onFatal: () => steps.push('told') });
    await fillDisk();
    const failing = connection.db.transaction().execute((tx) => upsertDraft(tx, draftOf(round)));
    await failing.catch(() => steps.push('rolled back'));
    expect(steps).toEqual(['told', 'rolled back']);
  });

  it('is told of a file that may not be written any more', async () => {
    await pragma('query_only = on');
    await expect(upsertDraft(connection.db, draftOf(round))).rejects.toThrow('readonly');
    expect(faults).toMatchObject([{ code: 'SQLITE_READONLY' }]);
    await pragma('query_only = off');
  });

  it('is not what a refused statement or a thrown outcome is taken for', async () => {
    const { db } = connection;
    const twice = async (tx: Db) => {
      await tx.insertInto('submission').values({ round_id: round.id, key_hash: 'k' }).execute();
      await tx.insertInto('submission').values({ round_id: round.id, key_hash: 'k' }).execute();
    };
    await expect(inTransaction(db, twice)).rejects.toThrow('UNIQUE');
    const reason = new Error('a reason of our own');
    const stop = async () => {
      throw reason;
    };
    await expect(inTransaction(db, stop)).rejects.toBe(reason);
    expect(faults).toEqual([]);
  });

  it('leaves no transaction behind where only the commit fails', async () => {
    const { db } = connection;
    const orphan = async (tx: Db) => {
      await sql`pragma defer_foreign_keys = on`.execute(tx);
      await tx.insertInto('submission').values({ round_id: 'no such round', key_hash: 'k' }).execute();
    };
    await expect(inTransaction(db, orphan)).rejects.toThrow('FOREIGN KEY');
    await inTransaction(db, (tx) => upsertDraft(tx, draftOf(round)));
    expect(await db.selectFrom('submission').selectAll().execute()).toEqual([]);
  });

  it('gives no receipt on a full disk, and loses none that was given', async () => {
    const { db } = connection;
    const acceptance = acceptanceOf(db);
    expect(await acceptance.submit(makeSubmission(round))).toBe('accepted');
    await fillDisk();
    const long = { opinion: 'あ'.repeat(200) };
    const outcomes = await Promise.allSettled(
      Array.from({ length: 100 }, () => acceptance.submit(makeSubmission(round, long))),
    );
    expect(new Set(outcomes.map(({ status }) => status))).toEqual(new Set(['rejected']));
    expect(faults[0]).toMatchObject({ code: 'SQLITE_FULL' });
    expect(await countIntake(db, round.id)).toBe(1);
  });

  it('stops the process when the mixer meets a full disk, though it fails nobody', async () => {
    const { db } = connection;
    await acceptMany(db, round, 200, { opinion: 'あ'.repeat(200) });
    await fillDisk();
    const mixer = mixerOf(db);
    mixer.nudge(new Set([round.id]));
    await mixer.stop();
    expect(faults).toMatchObject([{ code: 'SQLITE_FULL' }]);
    expect(await countIntake(db, round.id)).toBe(200);
    await expect(mixer.mixRest(round.id)).rejects.toMatchObject({ code: 'SQLITE_FULL' });
  });

  it('gives no receipt where the keys of submissions cannot be read', async () => {
    await corrupt('submission');
    const answer = acceptanceOf(connection.db).submit(makeSubmission(round));
    await expect(answer).rejects.toMatchObject({ code: 'SQLITE_CORRUPT' });
    expect(faults).toMatchObject([{ code: 'SQLITE_CORRUPT' }]);
  });

  it('keeps a server from starting on a file that is corrupt where nobody has looked yet', async () => {
    await migrateToLatest(connection.db);
    await corrupt('response');
    await expect(migrateToLatest(connection.db)).rejects.toThrow('corrupt');
  });

  it.each<[string, keyof Database, (db: Db) => Promise<unknown>]>([
    [
      'the mixer',
      'intake',
      async (db) => {
        const mixer = mixerOf(db);
        mixer.nudge(new Set([round.id]));
        await mixer.stop();
      },
    ],
    [
      'the clock of rounds',
      'round',
      async (db) => {
        const eraser = createEraser({ db, log });
        const roundClock = createRoundClock({ db, mixer: mixerOf(db), eraser, log, now: clock });
        roundClock.start();
        await roundClock.stop();
      },
    ],
    ['the eraser', 'erasure', (db) => createEraser({ db, log }).erase()],
    [
      'the maker of codes',
      'access_code_batch',
      async (db) => {
        const maker = createCodeMaker({
          db,
          log,
          hashOf: ({ serial }) => String(serial),
        });
        maker.nudge();
        await maker.drain();
      },
    ],
    ['a page that only reads', 'round', (db) => expect(listRounds(db, {})).rejects.toThrow('malformed')],
  ])('stops the process when %s meets a corrupt file', async (_, table, run) => {
    await corrupt(table);
    await run(connection.db);
    expect(faults[0]).toMatchObject({ code: 'SQLITE_CORRUPT' });
  });
});
