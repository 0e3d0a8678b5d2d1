import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import iconv from 'iconv-lite';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import writeXlsxFile from 'write-excel-file/node';
import { closeAcceptedForms } from '#app/fielding/paper/accepted-forms.ts';
import { finaliseRound } from '#app/fielding/rounds/finalise-round.ts';
import { loadImport, loadImports } from '#app/fielding/sheets/load-imports.ts';
import { runImport } from '#app/fielding/sheets/run-import.ts';
import { startImport } from '#app/fielding/sheets/start-import.ts';
import type { Db } from '#db/connect.ts';
import type { Account } from '#db/queries/account.ts';
import { listAuditEntries } from '#db/queries/audit.ts';
import { findImportJob, type ImportJob, insertImportJob } from '#db/queries/import-job.ts';
import { insertStagedRows } from '#db/queries/import-row.ts';
import { listOpenForms, upsertKeyedEntry } from '#db/queries/keyed-entry.ts';
import { listTally } from '#db/queries/tally.ts';
import { questionMeasure } from '#surveys/aggregation/tally/measures.ts';
import type { Round } from '#surveys/round/round.ts';
import { randomness, storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { dateQuestionnaire, lastVisit } from '#tests/helpers/date-questionnaire.ts';
import { makeAccount } from '#tests/helpers/make-account.ts';
import { now } from '#tests/helpers/make-round.ts';
import { useServices } from '#tests/helpers/services.ts';

const heading = '_serial,visited,feel,media,opinion,nickname,sex,age';
const serialColumn = { kind: 'own', index: 0, holds: 'serial' };
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
  const { id: accountId } = await makeAccount(db);
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

  const staff = async (): Promise<Account> => makeAccount(getDb());

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
    await runImport(getServices().services, { by: await staff(), round, job, path });
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
    const unknown = { kind: 'bad_answer', error: { code: 'unknown_option' } };
    expect(refused.problems).toEqual([
      { row: 777, column: { kind: 'question', index: 2, number: 2 }, reason: unknown },
      { row: 25_001, column: { kind: 'question', index: 3, number: 3 }, reason: unknown },
      { row: 50_001, column: serialColumn, reason: { kind: 'not_a_serial' } },
    ]);
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
    await vi.waitFor(async () => expect(await countRows(db, 'intake', round.id)).toBe(0), 60_000);
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
      { row: 2, column: serialColumn, reason: { kind: 'accepted_before' } },
      { row: 3, column: null, reason: { kind: 'imported_before' } },
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
    expect(refused.problems).toEqual([{ row: 3, column: serialColumn, reason: { kind: 'keyed' } }]);
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
      {
        row: 3,
        column: { kind: 'question', index: 6, number: 6 },
        reason: { kind: 'bad_answer', error: { code: 'unknown_option' } },
      },
    ]);
    await write([
      row(1, 'yes', 1, '1;2', 'よい & <対応>', null, 'f', '20s'),
      row(2, 2, 7, null, null, null, 2, null),
    ]);
    expect(await importSheet(round, path)).toMatchObject({ state: 'stored', nStored: 2 });
  });

  it('refuses what is no sheet, saying why, without a fault', async () => {
    const db = getDb();
    const round = await storeRound(db);
    const problemsOf = async (name: string, lines: readonly string[]) => {
      const { state, nStored, problems } = await importSheet(round, await writeSheet(name, lines));
      expect({ state, nStored }).toEqual({ state: 'refused', nStored: 0 });
      return problems;
    };
    expect(await problemsOf('broken.csv', [`${heading}\n`, '1,"yes,agree,,,,,\n'])).toEqual([
      { row: 2, column: null, reason: { kind: 'broken_csv' } },
    ]);
    expect(await problemsOf('no-book.xlsx', ['PK\u0003\u0004 not really'])).toEqual([
      { row: null, column: null, reason: { kind: 'unreadable_workbook' } },
    ]);
    expect(await problemsOf('empty.csv', [])).toEqual([
      { row: null, column: null, reason: { kind: 'empty_file' } },
    ]);
    expect(await problemsOf('only-heading.csv', [`${heading}\n`, ',,,\n'])).toEqual([
      { row: null, column: null, reason: { kind: 'no_rows' } },
    ]);
    expect(await problemsOf('columns.csv', ['visited,colour\n', 'yes,red\n'])).toEqual(
      expect.arrayContaining([
        { row: 1, column: { kind: 'missing', number: 7 }, reason: { kind: 'missing_column' } },
        {
          row: 1,
          column: { kind: 'headed', index: 1, heading: 'colour' },
          reason: { kind: 'unknown_column' },
        },
      ]),
    );
    expect(await problemsOf('no-heading.csv', ['1,yes,agree,,,,,\n', '2,no,,,,,,\n'])).toEqual([
      { row: 1, column: null, reason: { kind: 'not_a_heading' } },
    ]);
  });

  it('goes on when whoever began it has left, and writes down who that was', async () => {
    const db = getDb();
    const round = await storeRound(db);
    const { services } = getServices();
    const by = await staff();
    const path = await writeSheet('sent.csv', [`${heading}\n`, '1,yes,agree,,,,,\n']);
    const file = { name: '票.csv', path };
    const started = await startImport(services, { by, round, channel: 'paper', file });
    await rm(path);
    const importId = started.kind === 'started' ? started.importId : '';
    await expect
      .poll(async () => (await loadImport(services, { roundId: round.id, importId }))?.state, {
        timeout: 10_000,
      })
      .toBe('stored');
    const log = await listAuditEntries(db, { objectId: round.id, limit: 10 });
    expect(log.map(({ actor, action, detail }) => [actor?.id, action, detail])).toEqual([
      [by.id, 'import.stored', { importId, nStored: 1 }],
      [by.id, 'import.started', { importId }],
    ]);
    expect(await loadImport(services, { roundId: 'another', importId })).toBeUndefined();
  });

  it('stores nothing, and says why, where its round was finalised since it began', async () => {
    const round = await storeRound(getDb(), { state: 'closed' });
    const path = await writeSheet('late.csv', [`${heading}\n`, '1,yes,agree,,,,,\n']);
    await finaliseRound(getDb(), {
      ...{ roundId: round.id, randomness, actor: null, mover: 'staff', now, evaluate: () => [] },
      afterwards: async () => undefined,
    });
    expect(await importSheet(round, path)).toMatchObject({
      state: 'refused',
      nStored: 0,
      problems: [{ row: null, column: null, reason: { kind: 'not_open' } }],
    });
    expect(await countRows(getDb(), 'import_row', round.id)).toBe(0);
  });

  it('is not begun while the round takes no paper', async () => {
    const round = await storeRound(getDb(), { state: 'approved' });
    const file = { name: 'sheet.csv', path: await writeSheet('early.csv', [`${heading}\n`]) };
    const { services } = getServices();
    expect(await startImport(services, { by: await staff(), round, channel: 'paper', file })).toEqual({
      kind: 'refused',
      refusal: { kind: 'not_open' },
    });
    expect(await loadImports(services, round.id)).toEqual([]);
  });

  it('ends as failed when its process was stopped, and leaves none of its rows', async () => {
    const db = getDb();
    const round = await storeRound(db);
    const job: ImportJob = {
      roundId: round.id,
      id: randomUUID(),
      fileName: 'sheet',
      channel: 'paper',
      state: 'checking',
      nRows: 1,
      nBad: 0,
      nStored: 0,
      problems: [],
      createdAt: '2026-11-01T00:00:00.000Z',
      touchedAt: '2026-11-01T00:00:00.000Z',
    };
    await insertImportJob(db, job);
    const staged = { rowNo: 2, keyHash: 'key', codeHash: null, stratum: 'all', answers: {} };
    await insertStagedRows(db, { ...job, rows: [staged] });
    const running = { ...job, id: randomUUID(), touchedAt: now };
    await insertImportJob(db, running);
    await insertStagedRows(db, { ...running, rows: [staged] });
    const jobs = await loadImports(getServices().services, round.id);
    expect(jobs.map(({ id, state }) => `${id} ${state}`).sort()).toEqual(
      [`${job.id} failed`, `${running.id} checking`].sort(),
    );
    expect(await countRows(db, 'import_row', round.id)).toBe(1);
  });

  it('takes a date as Excel holds it, as text, and counts it by the unit of its definition', async () => {
    const round = await storeRound(getDb(), {
      audience: 'visitors',
      design: 'self-selected',
      questionnaire: dateQuestionnaire,
    });
    const { services } = getServices();
    const dates = [new Date('2026-02-28T00:00:00Z'), new Date('2026-01-31T00:00:00Z')];
    const texts = ['2026/2/1', 'R8.2.2', '20260203', '', '2026-02-04'];
    const path = join(folder, 'dates.xlsx');
    await writeXlsxFile([
      [{ value: '_serial' }, { value: lastVisit.id }],
      ...dates.map((value, index) => [
        { value: String(index + 1) },
        { value, type: Date, format: 'ggge"年"m"月"d"日"' },
      ]),
      ...texts.map((value, index) => [{ value: String(index + 11) }, { value }]),
    ]).toFile(path);
    const by = await makeAccount(getDb());
    const started = await startImport(services, { by, round, channel: 'paper', file: { name: 'x', path } });
    const importId = started.kind === 'started' ? started.importId : '';
    await vi.waitFor(async () =>
      expect(await findImportJob(getDb(), { roundId: round.id, id: importId })).toMatchObject({
        state: 'stored',
        nStored: 7,
      }),
    );
    await services.mixer.mixRest(round.id);
    const counts = (await listTally(getDb(), round.id)).filter(
      ({ measure }) => measure === questionMeasure(lastVisit.id),
    );
    expect(Object.fromEntries(counts.map(({ value, n }) => [value, n]))).toEqual({
      '2026-01': 1,
      '2026-02': 5,
      no_answer: 1,
    });
  });

  it('refuses a time where a day is asked, and a day that is no answer', async () => {
    const round = await storeRound(getDb(), {
      audience: 'visitors',
      design: 'self-selected',
      questionnaire: {
        ...dateQuestionnaire,
        pages: dateQuestionnaire.pages.map((page) => ({
          ...page,
          questions: [
            ...page.questions,
            { id: 'n', kind: 'number', text: { ja: '数' }, required: false, min: 0, max: 9, isInteger: true },
          ],
        })),
      },
    });
    const { services } = getServices();
    const path = join(folder, 'times.xlsx');
    const cell = (iso: string) => ({ value: new Date(iso), type: Date, format: 'yyyy/mm/dd hh:mm' });
    await writeXlsxFile([
      [{ value: '_serial' }, { value: lastVisit.id }, { value: 'n' }],
      [{ value: '1' }, cell('2026-02-28T10:30:00Z'), { value: 1 }],
      [{ value: '2' }, cell('2026-02-28T00:00:00Z'), cell('2026-02-28T00:00:00Z')],
    ]).toFile(path);
    const by = await makeAccount(getDb());
    const started = await startImport(services, { by, round, channel: 'paper', file: { name: 'x', path } });
    const importId = started.kind === 'started' ? started.importId : '';
    await vi.waitFor(async () =>
      expect(await findImportJob(getDb(), { roundId: round.id, id: importId })).toMatchObject({
        state: 'refused',
        problems: [
          { row: 2, reason: { kind: 'bad_answer', error: { code: 'not_a_date' } } },
          { row: 3, reason: { kind: 'date_or_time', cell: 'C3' } },
        ],
      }),
    );
  });
});
