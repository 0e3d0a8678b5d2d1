import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { finaliseRound } from '#app/fielding/rounds/finalise-round.ts';
import { storeImport } from '#app/fielding/sheets/store-import.ts';
import type { Db } from '#db/connect.ts';
import { findImportJob, type ImportJob, insertImportJob, updateImportJob } from '#db/queries/import-job.ts';
import { insertStagedRows, listStagedRows, type StagedRow } from '#db/queries/import-row.ts';
import type { Round } from '#surveys/round/round.ts';
import { accept, makeSubmission, randomness, storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { now } from '#tests/helpers/make-round.ts';

const row = (rowNo: number, changes: Partial<StagedRow> = {}): StagedRow => ({
  rowNo,
  keyHash: randomUUID(),
  codeHash: null,
  stratum: 'all',
  answers: { visited: 'yes', feel: 'agree' },
  ...changes,
});

async function stage(db: Db, round: Round, rows: readonly StagedRow[]): Promise<ImportJob> {
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
  return job;
}

const store = (db: Db, job: ImportJob, round: Round) =>
  storeImport(db, {
    ...job,
    round,
    now,
    day: '2026-11-22',
    newId: randomUUID,
    onStored: async () => undefined,
  });

const countWaiting = async (db: Db, roundId: string) =>
  (await db.selectFrom('intake').select('id').where('round_id', '=', roundId).execute()).length;

describeOnEachDatabase('storing an import', (getDb) => {
  it('stores nothing where the round was finalised since the rows were staged, and does not call it stored', async () => {
    const db = getDb();
    const round = await storeRound(db, { state: 'closed' });
    const job = await stage(db, round, [row(2)]);
    await finaliseRound(db, {
      ...{ roundId: round.id, randomness, actor: null, mover: 'staff', now, evaluate: () => [] },
      afterwards: async () => undefined,
    });
    expect(await store(db, job, round)).toEqual({ kind: 'not_open' });
    expect(await findImportJob(db, job)).toMatchObject({ state: 'checking', nStored: 0 });
  });

  it('accepts every staged row and keeps none of them staged', async () => {
    const db = getDb();
    const round = await storeRound(db);
    const job = await stage(db, round, [row(2), row(3), row(4)]);
    expect(await store(db, job, round)).toEqual({ kind: 'stored', nStored: 3 });
    expect(await countWaiting(db, round.id)).toBe(3);
    expect(await listStagedRows(db, { ...job, after: 0, limit: 10 })).toEqual([]);
    expect(await findImportJob(db, job)).toMatchObject({ state: 'stored', nStored: 3 });
  });

  it('stores nothing when one row among many is turned away', async () => {
    const db = getDb();
    const round = await storeRound(db);
    const taken = makeSubmission(round);
    await accept(db, [taken]);
    const rows = Array.from({ length: 700 }, (_, index) => row(index + 2));
    const job = await stage(db, round, [...rows, row(702, { keyHash: taken.keyHash })]);
    expect(await store(db, job, round)).toEqual({
      kind: 'refused',
      rows: [{ rowNo: 702, outcome: 'repeated' }],
    });
    expect(await countWaiting(db, round.id)).toBe(1);
    expect(await findImportJob(db, job)).toMatchObject({ state: 'checking', nStored: 0 });
  });

  it('stores nothing when what comes last in its transaction fails', async () => {
    const db = getDb();
    const round = await storeRound(db);
    const job = await stage(db, round, [row(2), row(3)]);
    const failing = storeImport(db, {
      ...job,
      round,
      now,
      day: '2026-11-22',
      newId: randomUUID,
      onStored: async () => {
        throw new Error('the power went');
      },
    });
    await expect(failing).rejects.toThrow('the power went');
    expect(await countWaiting(db, round.id)).toBe(0);
    expect(await listStagedRows(db, { ...job, after: 0, limit: 10 })).toHaveLength(2);
  });

  it('stores nothing for a job that was ended meanwhile', async () => {
    const db = getDb();
    const round = await storeRound(db);
    const job = await stage(db, round, [row(2)]);
    await updateImportJob(db, { ...job, state: 'failed', touchedAt: now });
    expect(await store(db, job, round)).toEqual({ kind: 'ended' });
    expect(await countWaiting(db, round.id)).toBe(0);
  });

  it('uses up the codes of imported forms, which give the stratum', async () => {
    const db = getDb();
    const round = await storeRound(db, { access: 'code' });
    await db
      .insertInto('access_code')
      .values({
        round_id: round.id,
        batch: 1,
        stratum: 'north',
        key_hash: null,
        code_hash: 'fresh',
        serial: 1,
        state: 'issued',
      })
      .execute();
    const job = await stage(db, round, [row(2, { codeHash: 'fresh', stratum: 'unknown' })]);
    expect(await store(db, job, round)).toEqual({ kind: 'stored', nStored: 1 });
    const { stratum } = await db
      .selectFrom('intake')
      .select('stratum')
      .where('round_id', '=', round.id)
      .executeTakeFirstOrThrow();
    expect(stratum).toBe('north');
  });
});
