import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createServices, prepareDatabase } from '#app/compose.ts';
import { parseEnv } from '#app/env.ts';
import { explainFailure } from '#app/explain-failure.ts';
import { connect, connectToRead, type Db, nameDatabase } from '#db/connect.ts';
import { dialectOf, dialects } from '#db/dialect.ts';
import { recordAudit } from '#db/queries/audit.ts';
import { inSnapshot } from '#db/transaction.ts';
import type { Round } from '#surveys/round/round.ts';
import { erase, falsifyTally, storeFinalRound } from '#tests/db/final-round-fixture.ts';
import { createTestDatabase, describeOnEachDatabase, type TestDatabase } from '#tests/helpers/databases.ts';
import { now } from '#tests/helpers/make-round.ts';
import { plainEnv } from '#tests/helpers/plain-env.ts';

const secret = 'a secret that only the tests know, long enough';

interface Run {
  readonly code: number;
  readonly output: string;
}

/** Runs a command as an operator does, on a database of the tests. */
function run(
  command: 'verify-results' | 'verify-audit' | 'account',
  databaseUrl: string,
  parameters: readonly string[] = [],
): Promise<Run> {
  const env = {
    ...plainEnv(),
    DATABASE_URL: databaseUrl,
    KOEBAKO_SECRET: secret,
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [`app/${command}.ts`, ...parameters], { env }, (error, stdout, stderr) => {
      resolve({ code: error === null ? 0 : Number(error.code), output: stdout + stderr });
    });
  });
}

/** The bytes of a SQLite file and of its write-ahead log. */
const bytesOf = (url: string) =>
  ['', '-wal'].map((suffix) => {
    const path = `${url.slice('sqlite:'.length)}${suffix}`;
    return existsSync(path) ? readFileSync(path) : Buffer.alloc(0);
  });

/** A fingerprint of every row of every table, where PostgreSQL keeps it and which transaction wrote it included. */
async function fingerprint(db: Db): Promise<readonly string[]> {
  const columns = sql.raw(dialectOf(db) === 'postgres' ? 'ctid::text, xmin::text, xmax::text, *' : '*');
  const tables = await db.introspection.getTables({ withInternalKyselyTables: true });
  const prints: string[] = [];
  for (const { name } of tables) {
    const { rows } = await sql`select ${columns} from ${sql.table(name)}`.execute(db);
    prints.push(`${name} ${createHash('sha256').update(JSON.stringify(rows)).digest('hex')}`);
  }
  return prints.sort();
}

describeOnEachDatabase('the commands that verify', (getDb, { dialect, getUrl }) => {
  const everything = async () => [
    await fingerprint(getDb()),
    ...(dialect === 'sqlite' ? bytesOf(getUrl()) : []),
  ];
  let right: Round;
  let falsified: Round;
  beforeAll(async () => {
    right = await storeFinalRound(getDb());
    await recordAudit(getDb(), { at: now, actor: null, action: 'round.opened', object: null, detail: {} });
  });

  it('find an untouched database right and write nothing', async () => {
    const before = await everything();
    const results = await run('verify-results', getUrl());
    expect(results.output).toContain(`${right.id}: 集計表の相違 0件、確定値 1件のうち相違 0件`);
    expect(results.code).toBe(0);
    const log = await run('verify-audit', getUrl());
    expect(log.output).toContain('操作の記録 1件に異常はありません');
    expect(log.code).toBe(0);
    expect(await everything()).toEqual(before);
  });

  it('say the same of a falsified tally twice, and change no byte, no version and no log', async () => {
    falsified = await storeFinalRound(getDb());
    await falsifyTally(getDb(), falsified);
    const before = await everything();
    const first = await run('verify-results', getUrl());
    expect(first.output).toContain(`${falsified.id}: 集計表の相違 1件、確定値 1件のうち相違 0件`);
    expect(first.output).toContain(
      '集計表 indicator:2-3-i:answered = positive(層 all、属性 age=20s|sex=f、経路 web): 保存された数 22、数え直した数 15',
    );
    expect(first.code).toBe(1);
    expect(await run('verify-results', getUrl())).toEqual(first);
    expect(await everything()).toEqual(before);
  });

  it('name the indicator of a falsified result, and a round whose rows cannot be read', async () => {
    const ofRound = ({ id }: Round) => getDb().updateTable('result').where('round_id', '=', id);
    await ofRound(right).set({ hash: 'another' }).execute();
    await ofRound(falsified).set({ document: '{"value":1}' }).execute();
    const { code, output } = await run('verify-results', getUrl());
    expect(code).toBe(1);
    expect(output).toContain('指標 2-3-i の hash: 保存された値 "another"、');
    expect(output).toContain(`${falsified.id}: 保存された内容を読めません`);
  });

  it('say in words that answers were erased as promised', async () => {
    const database = await createTestDatabase(dialect);
    const { db, close } = connect(database.url);
    const erased = await storeFinalRound(db, { terms: { ...right.terms, responsesKeptUntil: '2026-01-10' } });
    await erase(db, erased, '2026-01-11T00:00:00.000Z');
    const { code, output } = await run('verify-results', database.url);
    expect(output).toContain(`${erased.id}: 回答は保存の期限を過ぎて消去済みです(正常)`);
    expect(code).toBe(0);
    await close();
    await database.drop();
  });

  it('read through a connection that cannot write', async () => {
    const reader = connectToRead(getUrl());
    const write = inSnapshot(reader.db, (tx) => tx.deleteFrom('tally').execute());
    await expect(write).rejects.toThrow(/read-?only/);
    await reader.close();
  });

  it('see one instant, whatever is written meanwhile', async () => {
    const reader = connectToRead(getUrl());
    const count = (db: Db) =>
      db
        .selectFrom('audit_entry')
        .select(({ fn }) => fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow();
    await inSnapshot(reader.db, async (tx) => {
      expect(await count(tx)).toEqual({ n: 1 });
      await getDb().deleteFrom('audit_entry').execute();
      expect(await count(tx)).toEqual({ n: 1 });
    });
    await reader.close();
  });
});

describe.each(dialects)('a database of another version (%s)', (dialect) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await createTestDatabase(dialect);
  });
  afterAll(() => database.drop());

  /** Lets a database believe in other migrations than were applied. */
  async function change(statement: string): Promise<readonly string[]> {
    const { db, close } = connect(database.url);
    await sql.raw(statement).execute(db);
    const print = await fingerprint(db);
    await close();
    return print;
  }

  it.each(['verify-results', 'verify-audit'] as const)(
    'is named and refused by %s, not migrated',
    async (command) => {
      const before = await change(`delete from kysely_migration where name = '0010-erasure'`);
      const bytes = dialect === 'sqlite' ? bytesOf(database.url) : [];
      const { code, output } = await run(command, database.url);
      expect(code).toBe(1);
      expect(output).toContain('0010-erasure');
      expect(output).toContain(dialect === 'sqlite' ? database.url : new URL(database.url).pathname.slice(1));
      expect(output).not.toContain('相違');
      expect(dialect === 'sqlite' ? bytesOf(database.url) : []).toEqual(bytes);
      expect(await change('select 1')).toEqual(before);
    },
  );

  describe('that is newer than the software', () => {
    let before: readonly string[];
    beforeAll(async () => {
      await change(`insert into kysely_migration values ('0010-erasure', '2026-11-27')`);
      before = await change(
        `insert into kysely_migration values ('9998-new', '2027-01-01'), ('9999-later', '2027-01-02')`,
      );
    });

    const expectNamed = (words: string) => {
      for (const part of [
        '9998-new, 9999-later',
        'より新しい版',
        'バックアップ',
        nameDatabase(database.url),
      ]) {
        expect(words).toContain(part);
      }
      expect(words).not.toContain('koebako:koebako');
    };

    it.each([
      ['verify-results', []],
      ['verify-audit', []],
      ['account', ['--name', 'new', '--role', 'staff']],
    ] as const)('is named and refused by %s, and left as it is', async (command, parameters) => {
      const { code, output } = await run(command, database.url, parameters);
      expect(code).toBe(1);
      expectNamed(output);
      expect(await change('select 1')).toEqual(before);
    });

    it('is named and refused by a server that starts, and left as it is', async () => {
      const made = createServices(
        parseEnv({
          DATABASE_URL: database.url,
          KOEBAKO_SECRET: secret,
          DATA_DIR: 'data',
          LOG_LEVEL: 'silent',
        }),
      );
      const failure = await prepareDatabase(made, { hasDemo: false }).catch((error: unknown) => error);
      await made.connection.close();
      expectNamed(explainFailure(failure));
      expect(await change('select 1')).toEqual(before);
    });

    it('is named although it shares no migration with the software', async () => {
      await change(`delete from kysely_migration where name like '0%'`);
      const { code, output } = await run('account', database.url, ['--name', 'new', '--role', 'staff']);
      expect(code).toBe(1);
      expectNamed(output);
    });
  });
});

describe('a SQLite file', () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'koebako-verify-'));
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));

  it('is not made where there is none, nor is its folder', async () => {
    const { code, output } = await run('verify-results', `sqlite:${folder}/nowhere/koebako.db`);
    expect(code).toBe(1);
    expect(output).toContain(`${folder}/nowhere/koebako.db を開けません`);
    expect(existsSync(`${folder}/nowhere`)).toBe(false);
    await mkdir(`${folder}/empty`);
    expect((await run('verify-results', `sqlite:${folder}/empty/koebako.db`)).code).toBe(1);
    expect(existsSync(`${folder}/empty/koebako.db`)).toBe(false);
  });

  it('that nobody has open keeps its bytes', async () => {
    const database = await createTestDatabase('sqlite');
    const [bytes] = bytesOf(database.url);
    expect((await run('verify-results', database.url)).code).toBe(0);
    expect(bytesOf(database.url)).toEqual([bytes, Buffer.alloc(0)]);
    await database.drop();
  });
});
