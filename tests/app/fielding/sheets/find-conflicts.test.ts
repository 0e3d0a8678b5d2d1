import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { findConflicts } from '#app/fielding/sheets/find-conflicts.ts';
import type { Db } from '#db/connect.ts';
import { type ImportJob, insertImportJob } from '#db/queries/import-job.ts';
import { insertStagedRows, type StagedRow } from '#db/queries/import-row.ts';
import { upsertKeyedEntry } from '#db/queries/keyed-entry.ts';
import { type ImportColumns, readHeading } from '#surveys/paper/import-columns.ts';
import { paperKey } from '#surveys/response/submission-key.ts';
import type { Round } from '#surveys/round/round.ts';
import { accept, makeSubmission, storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { makeAccount } from '#tests/helpers/make-account.ts';
import { now, questionnaire } from '#tests/helpers/make-round.ts';
import { useServices } from '#tests/helpers/services.ts';

const row = (rowNo: number, changes: Partial<StagedRow> = {}): StagedRow => ({
  rowNo,
  keyHash: randomUUID(),
  codeHash: null,
  stratum: 'all',
  answers: { visited: 'yes', feel: 'agree' },
  ...changes,
});

const columns = ((): ImportColumns => {
  const ids = questionnaire.pages.flatMap(({ questions }) => questions.map(({ id }) => id));
  const heading = readHeading(questionnaire, ['_serial', '_code', ...ids]);
  if (!heading.ok) throw new Error('no heading');
  return heading.columns;
})();
const serialColumn = { kind: 'own', index: 0, holds: 'serial' };
const codeColumn = { kind: 'own', index: 1, holds: 'code' };

async function stage(db: Db, round: Round, rows: readonly StagedRow[]): Promise<string> {
  const job: ImportJob = {
    roundId: round.id,
    id: randomUUID(),
    fileName: 'sheet.csv',
    channel: 'paper',
    state: 'checking',
    nRows: 0,
    nBad: 0,
    nStored: 0,
    problems: [],
    createdAt: now,
    touchedAt: now,
  };
  await insertImportJob(db, job);
  await insertStagedRows(db, { ...job, rows });
  return job.id;
}

describeOnEachDatabase('rows of a sheet that would meet another', (getDb, { getConnection }) => {
  const getServices = useServices({ getConnection, now });
  const find = async (round: Round, rows: readonly StagedRow[], limit = 10) =>
    findConflicts(getServices().services, {
      roundId: round.id,
      importId: await stage(getDb(), round, rows),
      columns,
      keyOfRow: (rowNo) => `row ${rowNo}`,
      limit,
    });

  it('are those that repeat a form, and those accepted before or just being keyed', async () => {
    const db = getDb();
    const round = await storeRound(db);
    const taken = makeSubmission(round);
    const takenOfFile = makeSubmission(round, {}, { keyHash: 'row 6' });
    await accept(db, [taken, takenOfFile]);
    const { id: accountId } = await makeAccount(db);
    const entry = { accountId, batch: '', sealed: 'sealed', keyedAt: now };
    await upsertKeyedEntry(db, { roundId: round.id, serial: '5', entry });
    const keyHash = getServices().services.secrets.submissionKeyHash(round.id, paperKey('5'));
    const first = row(2);
    const rows = [
      first,
      row(3, { keyHash: taken.keyHash }),
      row(4, { keyHash: first.keyHash }),
      row(5, { keyHash }),
      row(6, { keyHash: takenOfFile.keyHash }),
      row(7),
    ];
    const conflicts = [
      { row: 3, column: serialColumn, reason: { kind: 'accepted_before' } },
      { row: 4, column: serialColumn, reason: { kind: 'repeated_in_file' } },
      { row: 5, column: serialColumn, reason: { kind: 'keyed' } },
      { row: 6, column: null, reason: { kind: 'imported_before' } },
    ];
    expect(await find(round, rows)).toEqual(conflicts);
    expect(await find(round, rows, 2)).toEqual(conflicts.slice(0, 2));
  });

  it('are those whose code is unknown, used, withdrawn or repeated', async () => {
    const db = getDb();
    const round = await storeRound(db, { access: 'code' });
    const code = { round_id: round.id, batch: 1, stratum: 'north', key_hash: null };
    await db
      .insertInto('access_code')
      .values([
        { ...code, code_hash: 'fresh', serial: 1, state: 'issued' },
        { ...code, code_hash: 'spent', serial: 2, state: 'used', key_hash: 'another' },
        { ...code, code_hash: 'void', serial: 3, state: 'void' },
        { ...code, code_hash: 'returned', serial: 4, state: 'returned' },
      ])
      .execute();
    const codes = ['fresh', 'spent', 'nowhere', 'fresh', 'void', 'returned', null];
    const rows = codes.map((codeHash, index) => row(index + 2, { codeHash }));
    expect(await find(round, rows)).toEqual([
      { row: 3, column: codeColumn, reason: { kind: 'code_used' } },
      { row: 4, column: codeColumn, reason: { kind: 'code_refused' } },
      { row: 5, column: codeColumn, reason: { kind: 'code_repeated' } },
      { row: 6, column: codeColumn, reason: { kind: 'code_refused' } },
      { row: 7, column: codeColumn, reason: { kind: 'code_refused' } },
    ]);
  });
});
