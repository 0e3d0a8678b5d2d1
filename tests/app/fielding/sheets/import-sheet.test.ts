import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { runImport } from '#app/features/import-sheet/run-import.server.ts';
import { closeAcceptedForms } from '#app/fielding/paper/accepted-forms.ts';
import type { Db } from '#db/connect.ts';
import { insertAccount } from '#db/queries/account.ts';
import { listAuditEntries } from '#db/queries/audit.ts';
import { findImportJob, type ImportJob, insertImportJob } from '#db/queries/import-job.ts';
import { listOpenForms, upsertKeyedEntry } from '#db/queries/keyed-entry.ts';
import type { Round } from '#surveys/round/round.ts';
import { now, storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { useServices } from '#tests/helpers/services.ts';

const heading = '_serial,visited,feel,media,opinion,nickname,sex,age';
const nRows = 50_000;
/** Rows as the spreadsheet numbers them: the heading is row 1. */
const badRows = {
  777: '777,yes,9,,,,f,20s',
  25001: '25001,yes,agree,web;radio,,,f,20s',
  50001: 'x,no,,,,,,',
};

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koebako-sheet-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** 50,000 forms by codes, numbers and labels in turn. */
function* largeSheet(bad: Readonly<Record<number, string>>) {
  yield `\uFEFF${heading}\r\n`;
  for (let row = 2; row <= nRows + 1; row += 1) {
    const good = row % 2 === 0 ? `${row},yes,agree,web;paper,,,f,20s` : `${row},1,3,"1,2",ご意見,,2,70s`;
    yield `${bad[row] ?? good}\r\n`;
  }
}

async function writeSheet(name: string, lines: Iterable<string>): Promise<string> {
  const path = join(folder, name);
  await pipeline(Readable.from(lines), createWriteStream(path));
  return path;
}

/** One account's entry of a form, as keying stores it. */
async function keyOnce(db: Db, { id: roundId }: Round, serial: string): Promise<void> {
  const accountId = randomUUID();
  const account = { id: accountId, name: accountId, displayName: '入力する人', role: 'staff' } as const;
  await insertAccount(db, { ...account, isDisabled: false, passwordHash: 'hash' });
  const entry = { accountId, batch: '', sealed: 'sealed', keyedAt: now };
  await upsertKeyedEntry(db, { roundId, serial, entry });
}

async function countRows(
  db: Db,
  table: 'intake' | 'response' | 'import_row',
  roundId: string,
): Promise<number> {
  const { n } = await db
    .selectFrom(table)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('round_id', '=', roundId)
    .executeTakeFirstOrThrow();
  return Number(n);
}

describeOnEachDatabase('importing a sheet', (getDb, { getConnection }) => {
  const getServices = useServices({ getConnection, now });

  async function importSheet(round: Round, path: string): Promise<ImportJob> {
    const job: ImportJob = {
      roundId: round.id,
      id: randomUUID(),
      fileName: 'sheet',
      channel: 'paper',
      state: 'checking',
      nRows: 0,
      nBad: 0,
      nStored: 0,
      problems: [],
      createdAt: now,
      touchedAt: now,
    };
    await insertImportJob(getDb(), job);
    await runImport(getServices().services, { round, job, path, onStored: async () => undefined });
    const ended = await findImportJob(getDb(), job);
    if (!ended) throw new Error('the job is gone');
    return ended;
  }

  it('names three bad rows of 50,000 and stores none; mended, all, in little memory', async () => {
    const db = getDb();
    const round = await storeRound(db);
    const bad = await writeSheet('bad.csv', largeSheet(badRows));
    const mended = await writeSheet('mended.csv', largeSheet({}));
    globalThis.gc?.();
    const before = process.memoryUsage().heapUsed;
    let peak = before;
    const watch = setInterval(() => {
      peak = Math.max(peak, process.memoryUsage().heapUsed);
    }, 20);
    const refused = await importSheet(round, bad);
    expect(refused).toMatchObject({ state: 'refused', nRows, nBad: 3, nStored: 0 });
    expect(refused.problems.map(({ row, column }) => [row, column])).toEqual([
      [777, 'C列(問2)'],
      [25_001, 'D列(問3)'],
      [50_001, 'A列(通し番号)'],
    ]);
    expect(refused.problems[0]?.reason).toContain('一致しません');
    expect(await countRows(db, 'intake', round.id)).toBe(0);
    expect(await countRows(db, 'import_row', round.id)).toBe(0);

    const started = performance.now();
    const stored = await importSheet(round, mended);
    clearInterval(watch);
    expect(stored).toMatchObject({ state: 'stored', nRows, nBad: 0, nStored: nRows, problems: [] });
    expect(await countRows(db, 'import_row', round.id)).toBe(0);
    const peakMegabytes = (peak - before) / 1024 ** 2;
    if (process.env.MEASURE) {
      console.log(
        `stored in ${Math.round(performance.now() - started)} ms, heap +${peakMegabytes.toFixed(0)} MB`,
      );
    }
    expect(peakMegabytes).toBeLessThan(256);
    // The mixer took them up as they came in, and none is lost on the way.
    await getServices().services.mixer.drain();
    expect(await countRows(db, 'intake', round.id)).toBe(0);
    expect(await countRows(db, 'response', round.id)).toBe(nRows);
  }, 180_000);

  it('counts the same file, and the same serial, once', async () => {
    const db = getDb();
    const round = await storeRound(db);
    const path = await writeSheet('again.csv', [`${heading}\n`, '1,yes,agree,,,,,\n', ',no,,,,,,\n']);
    expect(await importSheet(round, path)).toMatchObject({ state: 'stored', nStored: 2 });
    const again = await importSheet(round, path);
    expect(again).toMatchObject({ state: 'refused', nBad: 2 });
    expect(again.problems).toEqual([
      { row: 2, column: 'A列(通し番号)', reason: 'この票は、すでに受け付けています。' },
      { row: 3, column: '', reason: 'このファイルのこの行は、前に取り込んでいます。' },
    ]);
    expect(await countRows(db, 'intake', round.id)).toBe(2);
  });

  it('names the row of a form that somebody has begun to key, and stores none', async () => {
    const db = getDb();
    const round = await storeRound(db);
    await keyOnce(db, round, '5');
    const path = await writeSheet('keyed.csv', [`${heading}\n`, '4,yes,,,,,,\n', '5,yes,,,,,,\n']);
    const refused = await importSheet(round, path);
    expect(refused).toMatchObject({ state: 'refused', nBad: 1, nStored: 0 });
    expect(refused.problems).toEqual([
      { row: 3, column: 'A列(通し番号)', reason: expect.stringContaining('入力の途中') },
    ]);
  });

  it('leaves no keyed form behind whose serial was accepted another way', async () => {
    const db = getDb();
    const round = await storeRound(db);
    const path = await writeSheet('first.csv', [`${heading}\n`, '5,yes,,,,,,\n']);
    await importSheet(round, path);
    for (const serial of ['5', '6']) await keyOnce(db, round, serial);
    await closeAcceptedForms(getServices().services, round.id);
    expect(await listOpenForms(db, round.id)).toMatchObject([{ serial: '6' }]);
    const log = await listAuditEntries(db, { objectId: round.id, limit: 10 });
    expect(log.filter(({ action }) => action === 'paper.superseded')).toMatchObject([
      { actor: null, detail: { paperSerial: '5' } },
    ]);
  });

  it('reads Shift_JIS as Japanese Excel writes it', async () => {
    const db = getDb();
    const round = await storeRound(db);
    const pages = structuredClone(round.questionnaire.pages);
    const age = pages.flatMap(({ questions }) => questions).find(({ id }) => id === 'age');
    if (age?.kind === 'single')
      age.options = [{ code: '20s', label: { ja: '20〜29歳' } }, ...age.options.slice(1)];
    const path = join(folder, 'shift-jis.csv');
    await writeFile(
      path,
      iconv.encode(`${heading}\r\n1,yes,agree,,髙橋さんの窓口①,,,20～29歳\r\n`, 'windows-31j'),
    );
    const wavy = { ...round, questionnaire: { ...round.questionnaire, pages } };
    expect(await importSheet(wavy, path)).toMatchObject({ state: 'stored', nStored: 1 });
    const { answers } = await db
      .selectFrom('intake')
      .select('answers')
      .where('round_id', '=', round.id)
      .executeTakeFirstOrThrow();
    expect(JSON.parse(answers)).toEqual({
      visited: 'yes',
      feel: 'agree',
      opinion: '髙橋さんの窓口①',
      age: '20s',
    });
  });

  it('reads an Excel workbook, and names the row and column of what is wrong in it', async () => {
    const db = getDb();
    const round = await storeRound(db);
    const path = join(folder, 'book.xlsx');
    const row = (...cells: readonly (string | number | null)[]) =>
      cells.map((value) => (value === null ? null : { value }));
    const head = row(...heading.split(','));
    const write = async (rows: ReturnType<typeof row>[]) => {
      await writeXlsxFile([head, ...rows]).toFile(path);
    };
    await write([
      row(1, 'yes', 1, '1;2', 'よい & <対応>', null, 'f', '20s'),
      row(2, 2, 7, null, null, null, 3, null),
    ]);
    expect((await importSheet(round, path)).problems).toEqual([
      { row: 3, column: 'G列(問6)', reason: '選択肢の番号・コード・文言のどれとも一致しません。' },
    ]);
    await write([
      row(1, 'yes', 1, '1;2', 'よい & <対応>', null, 'f', '20s'),
      row(2, 2, 7, null, null, null, 2, null),
    ]);
    expect(await importSheet(round, path)).toMatchObject({ state: 'stored', nStored: 2 });
  });

  it('refuses what is no sheet, with words and without a fault', async () => {
    const db = getDb();
    const round = await storeRound(db);
    const broken = await writeSheet('broken.csv', [`${heading}\n`, '1,"yes,agree,,,,,\n']);
    expect(await importSheet(round, broken)).toMatchObject({ state: 'refused', problems: [{ row: 2 }] });
    const noBook = await writeSheet('no-book.xlsx', ['PK\u0003\u0004 not really']);
    expect(await importSheet(round, noBook)).toMatchObject({ state: 'refused', nStored: 0 });
    const columns = await writeSheet('columns.csv', ['visited,colour\n', 'yes,red\n']);
    const { problems } = await importSheet(round, columns);
    expect(problems).toContainEqual(expect.objectContaining({ row: 1, column: 'B列「colour」' }));
    expect(problems).toContainEqual(expect.objectContaining({ row: 1, column: '問7' }));
    const noHeading = await writeSheet('no-heading.csv', ['1,yes,agree,,,,,\n', '2,no,,,,,,\n']);
    expect((await importSheet(round, noHeading)).problems).toEqual([
      { row: 1, column: '', reason: expect.stringContaining('1行目が見出しではありません') },
    ]);
  });
});
