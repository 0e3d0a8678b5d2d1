import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { hashOfCode } from '#app/.server/access-codes.ts';
import { paperKey } from '#app/.server/paper-key.ts';
import type { Services } from '#app/.server/services.ts';
import { SheetError } from '#app/.server/sheets/sheet-error.ts';
import {
  type CheckedForm,
  checkSheet,
  maximumProblems,
  type SheetCheck,
} from '#app/features/import-sheet/check-sheet.server.ts';
import { acceptanceMessages, conflictMessages } from '#app/i18n/ja/paper.ts';
import type { Db } from '#db/connect.ts';
import { type ImportJob, type ImportProblem, updateImportJob } from '#db/queries/import-job.ts';
import {
  deleteStagedRows,
  insertStagedRows,
  listStagedConflicts,
  type StagedRow,
} from '#db/queries/import-row.ts';
import { type ImportOutcome, storeImport } from '#db/store-import.ts';
import { japaneseDayOf } from '#surveys/round/japanese-time.ts';
import type { Round } from '#surveys/round/round.ts';

export type ImportServices = Pick<Services, 'db' | 'secrets' | 'mixer' | 'log' | 'now'>;

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
    const check = await stageSheet(services, input);
    const problems = check.problems.length > 0 ? check.problems : await findConflicts(services.db, job);
    if (problems.length > 0) {
      const nBad = check.nBad > 0 ? check.nBad : new Set(problems.map(({ row }) => row)).size;
      return await refuse(services, job, { nRows: check.nRows, nBad, problems });
    }
    await note(services, job, { state: 'storing' });
    const outcome = await store(services, input);
    await finish(services, input, check, outcome);
  } catch (error) {
    if (error instanceof JobEnded) return deleteStagedRows(services.db, job);
    await fail(services, job, error);
  }
}

async function stageSheet(services: ImportServices, { round, job, path }: ImportInput): Promise<SheetCheck> {
  const fileHash = await hashOf(path);
  const toRow = ({ rowNo, form }: CheckedForm): StagedRow => ({
    rowNo,
    // Without a serial the same file finds its rows again, and does not count them twice.
    keyHash: services.secrets.submissionKeyHash(
      round.id,
      form.serial === undefined ? `import:${fileHash}:${rowNo}` : paperKey(form.serial),
    ),
    codeHash: form.code === undefined ? null : hashOfCode(services.secrets, round.id, form.code),
    stratum: form.stratum,
    answers: form.answers,
  });
  return checkSheet({
    round,
    path,
    async onPiece({ forms, nRows, nBad }) {
      await insertStagedRows(services.db, { ...job, rows: forms.map(toRow) });
      await note(services, job, { nRows, nBad });
    },
  });
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of createReadStream(path)) hash.update(chunk as Buffer);
  return hash.digest('base64url');
}

async function findConflicts(db: Db, job: ImportJob): Promise<readonly ImportProblem[]> {
  const conflicts = await listStagedConflicts(db, { ...job, limit: maximumProblems });
  return conflicts
    .slice(0, maximumProblems)
    .map(({ rowNo, kind }) => ({ row: rowNo, column: columnOf(kind), reason: conflictMessages[kind] }));
}

const columnOf = (kind: string) => (kind.startsWith('code') ? '_code' : '_serial');

function store({ db, now }: ImportServices, { round, job, onStored }: ImportInput): Promise<ImportOutcome> {
  const instant = now();
  return storeImport(db, {
    ...job,
    questionnaire: round.questionnaire,
    now: instant.toISOString(),
    day: japaneseDayOf(instant.toISOString()),
    newId: randomUUID,
    onStored,
  });
}

function finish(
  services: ImportServices,
  { job }: ImportInput,
  check: SheetCheck,
  outcome: ImportOutcome,
): Promise<void> | void {
  switch (outcome.kind) {
    case 'stored':
      services.mixer.nudge(new Set([job.roundId]));
      return;
    case 'ended':
      throw new JobEnded();
    case 'refused': {
      const problems = outcome.rows.map(({ rowNo, outcome: reason }) => ({
        row: rowNo,
        column: columnOf(reason),
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

async function refuse({ db, now }: ImportServices, job: ImportJob, check: SheetCheck): Promise<void> {
  await deleteStagedRows(db, job);
  const { roundId, id } = job;
  const problems = check.problems.slice(0, maximumProblems);
  await updateImportJob(db, {
    roundId,
    id,
    state: 'refused',
    ...check,
    problems,
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
