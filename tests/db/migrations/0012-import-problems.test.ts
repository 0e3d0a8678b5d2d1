import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Migration } from 'kysely/migration';
import { expect, it } from 'vitest';
import * as importProblems from '#db/migrations/0012-import-problems.ts';
import { findImportJob, type ImportJob, insertImportJob } from '#db/queries/import-job.ts';
import { storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { now } from '#tests/helpers/make-round.ts';

const migration: Migration = importProblems;

describeOnEachDatabase('imports from before problems were codes', (getDb) => {
  /** An import as a version left it that told problems in sentences. */
  async function storeImport(roundId: string, problems: readonly object[]): Promise<ImportJob> {
    const job: ImportJob = {
      ...{ roundId, id: randomUUID(), fileName: 'sheet.csv', channel: 'paper', state: 'refused' },
      ...{ nRows: 2, nBad: problems.length, nStored: 0, problems: [], createdAt: now, touchedAt: now },
    };
    await insertImportJob(getDb(), job);
    await sql`update import_job set problems = ${JSON.stringify(problems)} where id = ${job.id}`.execute(
      getDb(),
    );
    return job;
  }

  it('keep what they told, word by word', async () => {
    const { id } = await storeRound(getDb());
    const cell = { row: 3, column: 'C列(問2)', reason: '選択肢の番号・コード・文言のどれとも一致しません。' };
    const file = { row: null, column: '', reason: 'ファイルが空です。' };
    const refused = await storeImport(id, [cell, file]);
    const stored = await storeImport(id, []);
    await migration.up(getDb());
    expect((await findImportJob(getDb(), refused))?.problems).toEqual([
      { row: 3, column: { kind: 'told', text: cell.column }, reason: { kind: 'told', text: cell.reason } },
      { row: null, column: null, reason: { kind: 'told', text: file.reason } },
    ]);
    expect(await findImportJob(getDb(), stored)).toEqual(stored);
  });
});
