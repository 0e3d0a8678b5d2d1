import { randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hashOfCode, makeCode } from '#app/fielding/codes/access-codes.ts';
import { makeNextCodes, orderBatch } from '#app/fielding/codes/make-codes.ts';
import { createUsedCodeLog, type UsedCodeLog } from '#app/fielding/codes/used-code-log.ts';
import { createSecrets } from '#app/fielding/secrets.ts';
import { createLog } from '#app/web/log.ts';
import { connect, type Db } from '#db/connect.ts';
import { findCode } from '#db/queries/access-code.ts';
import { withdrawCode } from '#db/queries/code-state.ts';
import { parseCode } from '#surveys/round/access-code.ts';
import type { Round } from '#surveys/round/round.ts';
import { accept, makeSubmission, randomness, storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { now } from '#tests/helpers/make-round.ts';
import { testDatabaseUrl, withAdminClient } from '#tests/helpers/postgres-admin.ts';
import { putRoundInState } from '#tests/helpers/round-state.ts';

const secrets = createSecrets('a master secret that only this test knows, long enough');
const log = createLog('silent');

describeOnEachDatabase('a restored backup', (_getDb, { dialect }) => {
  /** A database of its own, since taking a backup of it needs nobody else connected. */
  async function createDatabase() {
    const folder = await mkdtemp(join(tmpdir(), 'koebako-restore-'));
    const name = `koebako_restore_${randomUUID().replaceAll('-', '')}`;
    const copyPostgres = (from: string, to: string) =>
      withAdminClient((client) => client.query(`create database ${to} template ${from}`));
    const dropPostgres = (database: string) =>
      withAdminClient((client) => client.query(`drop database if exists ${database} with (force)`));
    if (dialect === 'sqlite') {
      const file = join(folder, 'live.db');
      await copyFile(process.env.TEST_SQLITE_TEMPLATE ?? '', file);
      return {
        folder,
        url: `sqlite:${file}`,
        backUp: () => copyFile(file, join(folder, 'backup.db')),
        restoredUrl: async () => `sqlite:${join(folder, 'backup.db')}`,
        drop: () => rm(folder, { recursive: true }),
      };
    }
    await copyPostgres(process.env.TEST_POSTGRES_TEMPLATE ?? '', name);
    return {
      folder,
      url: testDatabaseUrl(name),
      backUp: () => copyPostgres(name, `${name}_backup`),
      restoredUrl: async () => testDatabaseUrl(`${name}_backup`),
      drop: async () => {
        for (const database of [name, `${name}_backup`]) await dropPostgres(database);
        await rm(folder, { recursive: true });
      },
    };
  }

  const opened: UsedCodeLog[] = [];

  /** Opens the log as a server does before it listens; `isLost`: an operator has given it up. */
  async function openLog(db: Db, file: string, isLost = false): Promise<UsedCodeLog> {
    const used = createUsedCodeLog({ db, file, log, randomness, isLost });
    opened.push(used);
    await used.open();
    return used;
  }

  const stopLogs = () => Promise.all(opened.splice(0).map(({ stop }) => stop()));

  /** Runs with a connection that is closed afterwards, as if the server was stopped. */
  async function withServer<Result>(url: string, work: (db: Db) => Promise<Result>): Promise<Result> {
    const connection = connect(url);
    try {
      return await work(connection.db);
    } finally {
      await stopLogs();
      await connection.close();
    }
  }

  const submissionWith = (round: Round, code: string) =>
    makeSubmission(round, undefined, {
      admission: { kind: 'code', codeHash: hashOfCode(secrets, round.id, code) },
    });

  /** A database with a round of four letters out, a backup of it, and a place for its log. */
  async function mailLetters() {
    const database = await createDatabase();
    const file = join(database.folder, 'used-codes.log');
    const seed = 'a seed';
    const round = await withServer(database.url, async (db) => {
      const stored = await storeRound(db, { access: 'code' });
      const roundId = stored.id;
      const order = { roundId, strata: [{ stratum: 'north', n: 4 }], seed, createdAt: now };
      const { batch } = await orderBatch(db, order);
      const hashOf = (given: string, serial: number) =>
        makeCode(secrets, { roundId, seed: given, serial }).codeHash;
      await makeNextCodes(db, { roundId, batch, maximum: 4, hashOf });
      await openLog(db, file);
      return stored;
    });
    const mailed = [1, 2, 3, 4].map((serial) => makeCode(secrets, { roundId: round.id, seed, serial }).code);
    await database.backUp();
    return { ...database, file, round, mailed };
  }

  type Mailed = Awaited<ReturnType<typeof mailLetters>>;

  /** Answers with one letter and withdraws another, after the backup was taken. */
  const useLetters = ({ url, file, round, mailed }: Mailed) =>
    withServer(url, async (db) => {
      const used = await openLog(db, file);
      const [first = '', second = ''] = mailed;
      expect(await accept(db, [submissionWith(round, first)])).toEqual(['accepted']);
      await withdrawCode(db, { roundId: round.id, serial: 2, to: 'void' });
      const hashes = [first, second].map((code) => hashOfCode(secrets, round.id, code));
      await used.append([{ roundId: round.id, codeHash: hashes[0] ?? '', state: 'used' }]);
      await used.append([{ roundId: round.id, codeHash: hashes[1] ?? '', state: 'void' }]);
    });

  it('still takes mailed codes, and revives none that was used or withdrawn after it was taken', async () => {
    const mailing = await mailLetters();
    const { file, round, mailed } = mailing;
    expect(mailed.every((code) => parseCode(code).ok)).toBe(true);
    await useLetters(mailing);
    await withServer(await mailing.restoredUrl(), async (db) => {
      expect(await findCode(db, { roundId: round.id, serial: 1 })).toMatchObject({ state: 'issued' });
      await openLog(db, file);
      const outcomes = await accept(
        db,
        mailed.slice(0, 3).map((code) => submissionWith(round, code)),
      );
      expect(outcomes).toEqual(['code_used', 'code_refused', 'accepted']);
      // What only the database knew is noted at the next start.
      await openLog(db, file);
      const text = await readFile(file, 'utf8');
      for (const code of mailed.slice(0, 3)) expect(text).toContain(hashOfCode(secrets, round.id, code));
      expect(text.trim().split('\n')).toHaveLength(4);
    });
    await mailing.drop();
  });

  it('forgets the codes of a finalised round, and still revives none of it from an older backup', async () => {
    const mailing = await mailLetters();
    const { file, round, mailed } = mailing;
    await useLetters(mailing);
    await withServer(mailing.url, async (db) => {
      await putRoundInState(db, { roundId: round.id, from: 'open', to: 'finalised' });
      await (await openLog(db, file)).catchUp();
    });
    const [head, ...notes] = (await readFile(file, 'utf8')).trim().split('\n');
    expect(head).toMatch(/^# \S+$/);
    expect(notes).toEqual([`${round.id} *`]);
    await withServer(await mailing.restoredUrl(), async (db) => {
      await openLog(db, file);
      for (const code of mailed) {
        expect(await accept(db, [submissionWith(round, code)])).toEqual(['code_refused']);
      }
    });
    await mailing.drop();
  });

  it.each([
    ['is missing', 'missing', async (file: string) => rm(file)],
    ['is empty', 'short', async (file: string) => writeFile(file, '')],
    ['belongs to another database', 'foreign', async (file: string) => writeFile(file, '# somebody-else\n')],
    [
      'was cut short',
      'short',
      async (file: string) => writeFile(file, `${(await readFile(file, 'utf8')).split('\n')[0]}\n`),
    ],
  ])('stays shut while the log %s, until an operator gives it up', async (_name, fault, spoil) => {
    const mailing = await mailLetters();
    const { url, file, round, mailed } = mailing;
    await useLetters(mailing);
    await withServer(url, async (db) => {
      // The database knows by now how much the log held.
      await openLog(db, file);
      await spoil(file);
      await expect(openLog(db, file)).rejects.toMatchObject({ problem: { kind: 'code_log', fault, file } });
      await openLog(db, file, true);
      await openLog(db, file);
      expect(await accept(db, [submissionWith(round, mailed[0] ?? '')])).toEqual(['code_used']);
    });
    await mailing.drop();
  });

  it('reads a log with foreign line ends and a last line that a power cut tore', async () => {
    const mailing = await mailLetters();
    const { file, round, mailed } = mailing;
    await useLetters(mailing);
    const text = await readFile(file, 'utf8');
    await writeFile(file, `${text.replaceAll('\n', '\r\n')}${round.id} torn`);
    await withServer(await mailing.restoredUrl(), async (db) => {
      const used = await openLog(db, file);
      const outcomes = await accept(
        db,
        mailed.slice(0, 2).map((code) => submissionWith(round, code)),
      );
      expect(outcomes).toEqual(['code_used', 'code_refused']);
      await used.append([{ roundId: round.id, codeHash: 'next', state: 'used' }]);
      expect(await readFile(file, 'utf8')).toContain(`\n${round.id} next used\n`);
    });
    await mailing.drop();
  });

  it('asks for no log where no letter is out', async () => {
    const database = await createDatabase();
    const file = join(database.folder, 'used-codes.log');
    await withServer(database.url, async (db) => {
      await openLog(db, file);
      await rm(file);
      await openLog(db, file);
    });
    await database.drop();
  });

  it('lets processes that share a log start and catch up at the same moment', async () => {
    const mailing = await mailLetters();
    const { url, file, round } = mailing;
    const servers = Array.from({ length: 4 }, () => connect(url));
    const logs = await Promise.all(servers.map(({ db }) => openLog(db, file)));
    await Promise.all(logs.map((used) => used.catchUp()));
    await Promise.all(
      logs.map((used, n) => used.append([{ roundId: round.id, codeHash: `hash-${n}`, state: 'used' }])),
    );
    const text = await readFile(file, 'utf8');
    for (const n of logs.keys()) expect(text).toContain(`${round.id} hash-${n} used\n`);
    await stopLogs();
    for (const { close } of servers) await close();
    await mailing.drop();
  });
});
