import { setImmediate as nextTurn } from 'node:timers/promises';
import { acceptSubmissions } from '#app/fielding/accept/accept-submissions.ts';
import type { Db } from '#db/dialect.ts';
import { type ImportChannel, type ImportKey, updateImportJob } from '#db/queries/import-job.ts';
import { deleteStagedRows, listStagedRows, type StagedRow } from '#db/queries/import-row.ts';
import { inTransaction } from '#db/transaction.ts';
import {
  type AcceptanceOutcome,
  composeSubmission,
  type SubmissionParts,
} from '#surveys/response/submission.ts';

type Refusal = Exclude<AcceptanceOutcome, 'accepted'>;

/**
 * How an import ended: `refused` names rows of the sheet, `ended` was told that somebody ended the job, and of
 * `not_open` the staged rows are gone, since every single answer of its round was destroyed.
 */
export type ImportOutcome =
  | { readonly kind: 'stored'; readonly nStored: number }
  | { readonly kind: 'ended' | 'not_open' }
  | {
      readonly kind: 'refused';
      readonly rows: readonly { readonly rowNo: number; readonly outcome: Refusal }[];
    };

export interface StoreImportInput extends ImportKey {
  readonly channel: ImportChannel;
  readonly round: SubmissionParts['round'];
  /** The instant of acceptance, ISO-8601 UTC, and the ward's calendar day of it. */
  readonly now: string;
  readonly day: string;
  readonly newId: () => string;
  /** The last thing inside the transaction: the audit log's entry. */
  readonly onStored: (tx: Db, nStored: number) => Promise<void>;
}

const rowsPerPiece = 500;

/** Rolls the transaction back and carries why. */
class ImportStopped extends Error {
  readonly outcome: ImportOutcome;
  constructor(outcome: ImportOutcome) {
    super('the import was stopped');
    this.outcome = outcome;
  }
}

/**
 * Accepts every staged row of an import in one transaction, through the same acceptance as any answer, and ends
 * the job as stored: either all rows count, or none does and the staged rows stay. Between pieces of 500 the
 * process serves others; on SQLite their writes wait until the end.
 */
export async function storeImport(db: Db, input: StoreImportInput): Promise<ImportOutcome> {
  try {
    return await inTransaction(db, (tx) => acceptStaged(tx, input));
  } catch (error) {
    if (error instanceof ImportStopped) return error.outcome;
    throw error;
  }
}

async function acceptStaged(tx: Db, input: StoreImportInput): Promise<ImportOutcome> {
  let nStored = 0;
  for (let after = 0; ; ) {
    const rows = await listStagedRows(tx, { ...input, after, limit: rowsPerPiece });
    const last = rows.at(-1);
    if (!last) break;
    await acceptPiece(tx, input, rows);
    nStored += rows.length;
    after = last.rowNo;
    await nextTurn();
  }
  await deleteStagedRows(tx, input);
  const isOurs = await updateImportJob(tx, {
    roundId: input.roundId,
    id: input.id,
    state: 'stored',
    nStored,
    touchedAt: input.now,
  });
  if (!isOurs) throw new ImportStopped({ kind: 'ended' });
  if (nStored === 0) throw new ImportStopped({ kind: 'not_open' });
  await input.onStored(tx, nStored);
  return { kind: 'stored', nStored };
}

async function acceptPiece(tx: Db, input: StoreImportInput, rows: readonly StagedRow[]): Promise<void> {
  const outcomes = await acceptSubmissions(tx, {
    submissions: rows.map((row) => composeSubmission({ ...row, round: input.round, channel: input.channel })),
    now: input.now,
    day: input.day,
    newId: input.newId,
  });
  const refused = rows.flatMap(({ rowNo }, index) => {
    const outcome = outcomes[index] ?? 'not_open';
    return outcome === 'accepted' ? [] : [{ rowNo, outcome }];
  });
  if (refused.length > 0) throw new ImportStopped({ kind: 'refused', rows: refused });
}
