import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import {
  type CheckedForm,
  checkSheet,
  maximumProblems,
  type SheetCheck,
} from '#app/features/import-sheet/check-sheet.server.ts';
import { hashOfCode } from '#app/fielding/codes/access-codes.ts';
import { closeAcceptedForms } from '#app/fielding/paper/accepted-forms.ts';
import type { Services } from '#app/fielding/services.ts';
import { type ImportOutcome, storeImport } from '#app/fielding/sheets/store-import.ts';
import { acceptanceMessages, conflictMessages, importedBefore } from '#app/i18n/ja/paper.ts';
import { SheetError } from '#app/outside/sheets/sheet-error.ts';
import type { Db } from '#db/connect.ts';
import { type ImportJob, type ImportProblem, updateImportJob } from '#db/queries/import-job.ts';
import {
  deleteStagedRows,
  insertStagedRows,
  listStagedConflicts,
  type StagedRow,
} from '#db/queries/import-row.ts';
import { listOpenForms } from '#db/queries/keyed-entry.ts';
import { afterCommit } from '#db/transaction.ts';
import { type ImportColumns, nameColumn } from '#surveys/paper/import-columns.ts';
import { importedRowKey, paperKey } from '#surveys/response/submission-key.ts';
import { japaneseDayOf } from '#surveys/round/japanese-time.ts';
import type { Round } from '#surveys/round/round.ts';

export type ImportServices = Pick<Services, 'db' | 'secrets' | 'mixer' | 'log' | 'now' | 'randomness'>;

interface ImportInput {
  readonly round: Round;
  readonly job: ImportJob;
  /** The sheet on disk; whoever started the import removes it. */
  readonly path: string;
  /** Writes into the audit log, in the transaction that stores the import. */
  readonly onStored: (tx: Db, nStored: number) => Promise<void>;
}

/** Another request, or another process, has ended the job. */
class JobEnded extends Error {}

/**
 * Imports a sheet: all rows are read, checked and staged first; only when every one is good do they go in, in
 * one transaction. Whatever happens is told by the job; nothing is thrown.
 */
export async function runImport(services: ImportServices, input: ImportInput): Promise<void> {
  const { job } = input;
  try {
    const fileHash = await hashOf(input.path);
    const check = await stageSheet(services, input, fileHash);
    const problems = check.problems.length > 0 ? check.problems : await findConflicts(services, input, check);
    if (problems.length > 0) {
      const nBad = check.nBad > 0 ? check.nBad : new Set(problems.map(({ row }) => row)).size;
      return await refuse(services, job, { nRows: check.nRows, nBad, problems });
    }
    await note(services, job, { state: 'storing' });
    const outcome = await store(services, input);
    await finish(services, input, check, outcome);
  } catch (error) {
    if (!(error instanceof JobEnded)) return await fail(services, job, error);
    await deleteStagedRows(services.db, job).catch((failure) =>
      services.log.error({ err: failure }, 'rows of an ended import could not be deleted'),
    );
  }
}

/** What was staged, and which key a row without a serial got. */
interface StagedSheet extends SheetCheck {
  readonly keyOfRow: (rowNo: number) => string;
}

async function stageSheet(
  services: ImportServices,
  { round, job, path }: ImportInput,
  fileHash: string,
): Promise<StagedSheet> {
  // Without a serial the same file finds its rows again, and does not count them twice.
  const keyOfRow = (rowNo: number) =>
    services.secrets.submissionKeyHash(round.id, importedRowKey(fileHash, rowNo));
  const toRow = ({ rowNo, form }: CheckedForm): StagedRow => ({
    rowNo,
    keyHash:
      form.serial === undefined
        ? keyOfRow(rowNo)
        : services.secrets.submissionKeyHash(round.id, paperKey(form.serial)),
    codeHash: form.code === undefined ? null : hashOfCode(services.secrets, round.id, form.code),
    stratum: form.stratum,
    answers: form.answers,
  });
  const check = await checkSheet({
    round,
    path,
    async onPiece({ forms, nRows, nBad }) {
      await insertStagedRows(services.db, { ...job, rows: forms.map(toRow) });
      await note(services, job, { nRows, nBad });
    },
  });
  return { ...check, keyOfRow };
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('base64url');
}

async function findConflicts(
  { db, secrets }: ImportServices,
  { round, job }: ImportInput,
  { columns, keyOfRow }: StagedSheet,
): Promise<readonly ImportProblem[]> {
  const openForms = await listOpenForms(db, round.id);
  const keyedHashes = openForms.map(({ serial }) => secrets.submissionKeyHash(round.id, paperKey(serial)));
  const conflicts = await listStagedConflicts(db, { ...job, limit: maximumProblems, keyedHashes });
  return conflicts
    .slice(0, maximumProblems)
    .map(({ rowNo, keyHash, kind }) =>
      kind === 'accepted_before' && keyHash === keyOfRow(rowNo)
        ? { row: rowNo, column: '', reason: importedBefore }
        : { row: rowNo, column: columnOf(columns, kind), reason: conflictMessages[kind] },
    );
}

/** The column that a conflict is about, in words; empty where it could be either. */
function columnOf(columns: ImportColumns | undefined, kind: string): string {
  if (!columns || kind === 'not_open') return '';
  return nameColumn(columns, kind.startsWith('code') ? columns.code : columns.serial);
}

function store(services: ImportServices, { round, job, onStored }: ImportInput): Promise<ImportOutcome> {
  const { db, mixer, now, randomness } = services;
  const instant = now();
  return storeImport(db, {
    ...job,
    round,
    now: instant.toISOString(),
    day: japaneseDayOf(instant.toISOString()),
    newId: randomness.newId,
    async onStored(tx, nStored) {
      await onStored(tx, nStored);
      afterCommit(tx, () => mixer.nudge(new Set([job.roundId])));
    },
  });
}

async function finish(
  services: ImportServices,
  { job }: ImportInput,
  check: SheetCheck,
  outcome: ImportOutcome,
): Promise<void> {
  switch (outcome.kind) {
    case 'stored':
      // Somebody may have begun to key one of these forms since the rows were compared.
      await closeAcceptedForms(services, job.roundId).catch((error) =>
        services.log.error({ err: error }, 'forms keyed meanwhile could not be closed; the list closes them'),
      );
      return;
    case 'ended':
      throw new JobEnded();
    case 'refused': {
      const problems = outcome.rows.map(({ rowNo, outcome: reason }) => ({
        row: rowNo,
        column: reason === 'repeated' ? '' : columnOf(check.columns, reason),
        reason: acceptanceMessages[reason],
      }));
      return refuse(services, job, { nRows: check.nRows, nBad: problems.length, problems });
    }
  }
}

async function note(
  { db, now }: ImportServices,
  { roundId, id }: ImportJob,
  progress: { readonly nRows?: number; readonly nBad?: number; readonly state?: 'storing' },
): Promise<void> {
  const isOurs = await updateImportJob(db, { roundId, id, ...progress, touchedAt: now().toISOString() });
  if (!isOurs) throw new JobEnded();
}

async function refuse(
  { db, now }: ImportServices,
  job: ImportJob,
  { nRows, nBad, problems }: Pick<SheetCheck, 'nRows' | 'nBad' | 'problems'>,
): Promise<void> {
  await deleteStagedRows(db, job);
  const { roundId, id } = job;
  await updateImportJob(db, {
    roundId,
    id,
    state: 'refused',
    nRows,
    nBad,
    problems: problems.slice(0, maximumProblems),
    touchedAt: now().toISOString(),
  });
}

async function fail(services: ImportServices, job: ImportJob, error: unknown): Promise<void> {
  const isSheet = error instanceof SheetError;
  if (!isSheet) services.log.error({ err: error, importId: job.id }, 'an import failed; nothing was stored');
  const problem: ImportProblem = isSheet
    ? { row: error.row ?? null, column: '', reason: error.message }
    : { row: null, column: '', reason: 'システムの不具合のため中断しました。もう一度お試しください。' };
  try {
    const { roundId, id } = job;
    await deleteStagedRows(services.db, job);
    await updateImportJob(services.db, {
      roundId,
      id,
      state: isSheet ? 'refused' : 'failed',
      problems: [problem],
      touchedAt: services.now().toISOString(),
    });
  } catch (failure) {
    services.log.error(
      { err: failure, importId: job.id },
      'an import could not be ended; it ends by its age',
    );
  }
}
