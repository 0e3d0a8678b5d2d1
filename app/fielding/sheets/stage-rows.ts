import type { Services } from '#app/fielding/services.ts';
import type { Db } from '#db/dialect.ts';
import type { ImportJob } from '#db/queries/import-job.ts';
import { insertStagedRows, type StagedRow } from '#db/queries/import-row.ts';
import { shareRounds } from '#db/queries/round.ts';
import { inTransaction } from '#db/transaction.ts';
import { takesAnswers } from '#surveys/round/takes-answers.ts';

type ImportOfRound = Pick<ImportJob, 'roundId' | 'id' | 'channel'>;

/** Whether the round of an import takes its rows now; that stays so until the transaction ends. */
export async function holdForImport(
  tx: Db,
  { roundId, channel, now }: Pick<ImportOfRound, 'roundId' | 'channel'> & { readonly now: string },
): Promise<boolean> {
  const [round] = await shareRounds(tx, [roundId]);
  return round !== undefined && takesAnswers(round, channel, now);
}

/**
 * Keeps rows of a sheet until all of it is read. False, and none kept, once the round takes none: they would lie in
 * a round of which every single answer was destroyed.
 */
export function stageRows(
  { db, now }: Pick<Services, 'db' | 'now'>,
  { job, rows }: { readonly job: ImportOfRound; readonly rows: readonly StagedRow[] },
): Promise<boolean> {
  const { roundId, id, channel } = job;
  return inTransaction(db, async (tx) => {
    if (!(await holdForImport(tx, { roundId, channel, now: now().toISOString() }))) return false;
    await insertStagedRows(tx, { roundId, id, rows });
    return true;
  });
}
