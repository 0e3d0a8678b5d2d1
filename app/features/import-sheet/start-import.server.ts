import { copyFile, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppLoadContext } from '@remix-run/node';
import { runImport } from '#app/features/import-sheet/run-import.server.ts';
import { audit } from '#app/fielding/audit/audit.ts';
import type { Account } from '#db/queries/account.ts';
import { type ImportJob, importChannels, insertImportJob } from '#db/queries/import-job.ts';
import type { Round } from '#surveys/round/round.ts';
import { takesAnswers } from '#surveys/round/takes-answers.ts';

export type StartImportResult =
  | { readonly kind: 'started'; readonly importId: string }
  | { readonly kind: 'refused'; readonly message: string };

const refused = (message: string): StartImportResult => ({ kind: 'refused', message });

/** Takes over an uploaded sheet and begins its import, which goes on when the page is left. */
export async function startImport(
  context: AppLoadContext,
  round: Round,
  account: Account,
): Promise<StartImportResult> {
  const { db, now, randomness } = context.services;
  const file = context.files.find(({ field }) => field === 'sheet');
  if (!file) return refused('取り込むファイルを選んでください。');
  const channel = importChannels.find((name) => name === context.form.get('channel'));
  if (!channel) return refused('データの種類を選んでください。');
  const instant = now().toISOString();
  if (!takesAnswers(round, channel, instant)) {
    return refused(
      'この調査回は、いま回答を取り込めません。受付の開始から結果の確定までの間に取り込めます。',
    );
  }
  // The upload goes with the response; the import goes on after it.
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
  const on = { type: 'round', id: round.id } as const;
  await insertImportJob(db, job);
  await audit(context.services, db, {
    by: account,
    action: 'import.started',
    on,
    detail: { importId: job.id },
  });
  void runImport(context.services, {
    round,
    job,
    path,
    onStored: (tx, nStored) =>
      audit(context.services, tx, {
        by: account,
        action: 'import.stored',
        on,
        detail: { importId: job.id, nStored },
      }),
  }).finally(() => rm(folder, { recursive: true, force: true }));
  return { kind: 'started', importId: job.id };
}
