import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { audit } from '#app/fielding/audit/audit.ts';
import type { Services } from '#app/fielding/services.ts';
import { runImport } from '#app/fielding/sheets/run-import.ts';
import { holdForImport } from '#app/fielding/sheets/stage-rows.ts';
import type { Account } from '#db/queries/account.ts';
import { type ImportChannel, type ImportJob, insertImportJob } from '#db/queries/import-job.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Round } from '#surveys/round/round.ts';

export type StartImportResult =
  | { readonly kind: 'started'; readonly importId: string }
  | { readonly kind: 'refused'; readonly refusal: { readonly kind: 'not_open' } };

interface StartImportInput {
  readonly by: Account;
  readonly round: Round;
  readonly channel: ImportChannel;
  /** The sheet as it was sent: its own name, and where it lies for now. */
  readonly file: { readonly name: string; readonly path: string };
}

/** Takes over a sheet and begins its import, which goes on when the page is left. */
export async function startImport(
  services: Services,
  { by, round, channel, file }: StartImportInput,
): Promise<StartImportResult> {
  const { db, now, randomness } = services;
  const instant = now().toISOString();
  // What was sent goes with the response; the import goes on after it.
  const folder = await mkdtemp(join(tmpdir(), 'koebako-import-'));
  const path = join(folder, 'sheet');
  await copyFile(file.path, path);
  const job: ImportJob = {
    roundId: round.id,
    id: randomness.newId(),
    fileName: file.name.slice(0, 200),
    channel,
    state: 'checking',
    nRows: 0,
    nBad: 0,
    nStored: 0,
    problems: [],
    createdAt: instant,
    touchedAt: instant,
  };
  const isTaken = await inTransaction(db, async (tx) => {
    if (!(await holdForImport(tx, { roundId: round.id, channel, now: instant }))) return false;
    await insertImportJob(tx, job);
    const on = { type: 'round', id: round.id } as const;
    await audit(services, tx, { by, action: 'import.started', on, detail: { importId: job.id } });
    return true;
  });
  const removeSheet = () => rm(folder, { recursive: true, force: true });
  if (!isTaken) {
    await removeSheet();
    return { kind: 'refused', refusal: { kind: 'not_open' } };
  }
  void runImport(services, { by, round, job, path }).finally(removeSheet);
  return { kind: 'started', importId: job.id };
}
