import { randomUUID } from 'node:crypto';
import { copyFile, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hashOfCode, makeCode } from '#app/.server/access-codes.ts';
import { createLog } from '#app/.server/log.ts';
import { createSecrets } from '#app/.server/secrets.ts';
import { openUsedCodeLog } from '#app/.server/used-code-log.ts';
import { connect, type Db } from '#db/connect.ts';
import { findCode, insertCodeBatch, makeNextCodes } from '#db/queries/access-code.ts';
import { parseCode } from '#surveys/round/access-code.ts';
import type { Round } from '#surveys/round/round.ts';
import { accept, makeSubmission, now, storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { testDatabaseUrl, withAdminClient } from '#tests/helpers/postgres-admin.ts';

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

  /** Runs with a connection that is closed afterwards, as if the server was stopped. */
  async function withServer<Result>(url: string, work: (db: Db) => Promise<Result>): Promise<Result> {
    const connection = connect(url);
    try {
      return await work(connection.db);
    } finally {
      await connection.close();
    }
  }

  const submissionWith = (round: Round, code: string) =>
    makeSubmission(round, undefined, {
      admission: { kind: 'code', codeHash: hashOfCode(secrets, round.id, code) },
    });

  it('still takes mailed codes, and revives none that was used after it was taken', async () => {
    const database = await createDatabase();
    const dataDir = join(database.folder, 'data');
    const seed = 'a seed';
    const round = await withServer(database.url, async (db) => {
      const stored = await storeRound(db, { access: 'code' });
      const roundId = stored.id;
      const order = { roundId, strata: [{ stratum: 'north', n: 3 }], seed, createdAt: now };
      const { batch } = await insertCodeBatch(db, order);
      const hashOf = (given: string, serial: number) =>
        makeCode(secrets, { roundId, seed: given, serial }).codeHash;
      await makeNextCodes(db, { roundId, batch, maximum: 3, hashOf });
      return stored;
    });
    const mailed = [1, 2, 3].map((serial) => makeCode(secrets, { roundId: round.id, seed, serial }).code);
    expect(mailed.every((code) => parseCode(code).ok)).toBe(true);
    await database.backUp();

    await withServer(database.url, async (db) => {
      const used = await openUsedCodeLog({ db, dataDir, log });
      const submission = submissionWith(round, mailed[0] ?? '');
      expect(await accept(db, [submission])).toEqual(['accepted']);
      if (submission.admission.kind === 'code') {
        await used.append([{ roundId: round.id, codeHash: submission.admission.codeHash }]);
      }
    });

    await withServer(await database.restoredUrl(), async (db) => {
      expect(await findCode(db, { roundId: round.id, serial: 1 })).toMatchObject({ state: 'issued' });
      await openUsedCodeLog({ db, dataDir, log });
      const outcomes = await accept(
        db,
        mailed.slice(0, 2).map((code) => submissionWith(round, code)),
      );
      expect(outcomes).toEqual(['code_used', 'accepted']);
      // What only the database knew is noted at the next start.
      const used = await openUsedCodeLog({ db, dataDir, log });
      const text = await readFile(join(dataDir, 'used-codes.log'), 'utf8');
      for (const code of mailed.slice(0, 2)) expect(text).toContain(hashOfCode(secrets, round.id, code));
      expect(text.trim().split('\n')).toHaveLength(2);

      // Finalised: the hashes are gone from the log, and a still older backup revives none of the round.
      await used.forget(round.id);
      expect(await readFile(join(dataDir, 'used-codes.log'), 'utf8')).toBe(`${round.id} *\n`);
      await openUsedCodeLog({ db, dataDir, log });
      expect(await accept(db, [submissionWith(round, mailed[2] ?? '')])).toEqual(['code_refused']);
    });
    await database.drop();
  });
});
