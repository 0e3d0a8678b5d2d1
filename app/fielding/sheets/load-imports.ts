import type { Services } from '#app/fielding/services.ts';
import { failStaleImports, findImportJob, type ImportJob, listImportJobs } from '#db/queries/import-job.ts';
import { deleteStagedRows } from '#db/queries/import-row.ts';
import { inTransaction } from '#db/transaction.ts';

/** A job that nobody has touched for this long was interrupted. */
const staleAfterMs = 180_000;

/** Ends what was interrupted, then gives a round's imports, the latest first. */
export async function loadImports(services: Services, roundId: string): Promise<readonly ImportJob[]> {
  await endInterrupted(services, roundId);
  return listImportJobs(services.db, roundId);
}

/** One import of a round; undefined when the round has none with this id. */
export async function loadImport(
  services: Services,
  { roundId, importId }: { readonly roundId: string; readonly importId: string },
): Promise<ImportJob | undefined> {
  await endInterrupted(services, roundId);
  return findImportJob(services.db, { roundId, id: importId });
}

async function endInterrupted({ db, now }: Services, roundId: string): Promise<void> {
  const before = new Date(now().getTime() - staleAfterMs).toISOString();
  await inTransaction(db, async (tx) => {
    const ids = await failStaleImports(tx, { roundId, before });
    for (const id of ids) await deleteStagedRows(tx, { roundId, id });
  });
}
