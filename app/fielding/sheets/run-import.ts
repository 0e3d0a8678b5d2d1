import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { audit } from '#app/fielding/audit/audit.ts';
import { hashOfCode } from '#app/fielding/codes/access-codes.ts';
import { closeAcceptedForms } from '#app/fielding/paper/accepted-forms.ts';
import { SheetError } from '#app/fielding/ports.ts';
import type { Services } from '#app/fielding/services.ts';
import {
  type CheckedForm,
  checkSheet,
  maximumProblems,
  type SheetCheck,
} from '#app/fielding/sheets/check-sheet.ts';
import { columnOfConflict, findConflicts } from '#app/fielding/sheets/find-conflicts.ts';
import { stageRows } from '#app/fielding/sheets/stage-rows.ts';
import { type ImportOutcome, storeImport } from '#app/fielding/sheets/store-import.ts';
import type { Account } from '#db/queries/account.ts';
import { type ImportJob, updateImportJob } from '#db/queries/import-job.ts';
import { deleteStagedRows, type StagedRow } from '#db/queries/import-row.ts';
import { afterCommit, inTransaction } from '#db/transaction.ts';
import type { ImportProblem } from '#surveys/paper/import-problem.ts';
import { importedRowKey, paperKey } from '#surveys/response/submission-key.ts';
import { japaneseDayOf } from '#surveys/round/japanese-time.ts';
import type { Round } from '#surveys/round/round.ts';

interface ImportInput {
  readonly by: Account;
  readonly round: Round;
  readonly job: ImportJob;
  /** The sheet on disk; whoever started the import removes it. */
  readonly path: string;
}

/** Another request, or another process, has ended the job. */
class JobEnded extends Error {}

/** The round takes no rows any more. */
class RoundShut extends Error {}

/**
 * Imports a sheet: all rows are read, checked and staged first; only when every one is good do they go in, in
 * one transaction. Whatever happens is told by the job; nothing is thrown.
 */
export async function runImport(services: Services, input: ImportInput): Promise<void> {
  const { job } = input;
  try {
    const fileHash = await hashOf(input.path);
    const check = await stageSheet(services, input, fileHash);
    const { roundId, id: importId } = job;
    const problems =
      check.problems.length > 0
        ? check.problems
        : await findConflicts(services, { ...check, roundId, importId, limit: maximumProblems });
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
  services: Services,
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
    readSheet: services.readSheet,
    path,
    now: services.now().toISOString(),
    async onPiece({ forms, nRows, nBad }) {
      if (!(await stageRows(services, { job, rows: forms.map(toRow) }))) throw new RoundShut();
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

function store(services: Services, { by, round, job }: ImportInput): Promise<ImportOutcome> {
  const { db, mixer, now, randomness } = services;
  const instant = now();
  return storeImport(db, {
    ...job,
    round,
    now: instant.toISOString(),
    day: japaneseDayOf(instant.toISOString()),
    newId: randomness.newId,
    async onStored(tx, nStored) {
      await audit(services, tx, {
        by,
        action: 'import.stored',
        on: { type: 'round', id: round.id },
        detail: { importId: job.id, nStored },
      });
      afterCommit(tx, () => mixer.nudge(new Set([job.roundId])));
    },
  });
}

async function finish(
  services: Services,
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
    case 'not_open':
      throw new RoundShut();
    case 'refused': {
      const problems = outcome.rows.map(({ rowNo, outcome: refusal }): ImportProblem => {
        if (refusal === 'repeated') return { row: rowNo, column: null, reason: { kind: 'accepted_before' } };
        return {
          row: rowNo,
          column: columnOfConflict(check.columns, refusal),
          reason: { kind: refusal },
        };
      });
      return refuse(services, job, { nRows: check.nRows, nBad: problems.length, problems });
    }
  }
}

async function note(
  { db, now }: Services,
  { roundId, id }: ImportJob,
  progress: { readonly nRows?: number; readonly nBad?: number; readonly state?: 'storing' },
): Promise<void> {
  const isOurs = await updateImportJob(db, { roundId, id, ...progress, touchedAt: now().toISOString() });
  if (!isOurs) throw new JobEnded();
}

async function refuse(
  services: Services,
  job: ImportJob,
  { nRows, nBad, problems }: Pick<SheetCheck, 'nRows' | 'nBad' | 'problems'>,
): Promise<void> {
  await endJob(services, job, {
    state: 'refused',
    nRows,
    nBad,
    problems: problems.slice(0, maximumProblems),
  });
}

async function fail(services: Services, job: ImportJob, error: unknown): Promise<void> {
  const refusal = refusalOf(error);
  if (!refusal) services.log.error({ err: error, importId: job.id }, 'an import failed; nothing was stored');
  const problem = refusal ?? { row: null, column: null, reason: { kind: 'failed' } };
  try {
    await endJob(services, job, { state: refusal ? 'refused' : 'failed', problems: [problem] });
  } catch (failure) {
    services.log.error(
      { err: failure, importId: job.id },
      'an import could not be ended; it ends by its age',
    );
  }
}

/** Tells what a job without stored rows came to, and deletes what it staged, together. */
function endJob(
  { db, now }: Services,
  { roundId, id }: ImportJob,
  end: Pick<Parameters<typeof updateImportJob>[1], 'state' | 'nRows' | 'nBad' | 'problems'>,
): Promise<void> {
  return inTransaction(db, async (tx) => {
    await deleteStagedRows(tx, { roundId, id });
    await updateImportJob(tx, { roundId, id, ...end, touchedAt: now().toISOString() });
  });
}

/** What is told of an import that ended early though nothing is at fault here; undefined for a fault. */
function refusalOf(error: unknown): ImportProblem | undefined {
  if (error instanceof SheetError) return { row: error.row, column: null, reason: { kind: error.fault } };
  if (error instanceof RoundShut) return { row: null, column: null, reason: { kind: 'not_open' } };
  return undefined;
}
