import type { AppLoadContext } from '@remix-run/node';
import { writeCsv } from '#app/outside/write-csv.ts';
import { failStaleImports, findImportJob, type ImportJob, listImportJobs } from '#db/queries/import-job.ts';
import { listTemplateColumns } from '#surveys/paper/import-columns.ts';
import { listOptionWords } from '#surveys/paper/option-number.ts';
import { listNumberedQuestions } from '#surveys/paper/paper-questionnaire.ts';
import { listStratumMarks } from '#surveys/paper/stratum-mark.ts';
import type { Round } from '#surveys/round/round.ts';
import { takesAnswers } from '#surveys/round/takes-answers.ts';

/** A job that nobody has touched for this long was interrupted. */
const staleAfterMs = 180_000;

/** Ends what was interrupted, then gives a round's imports, the latest first. */
export async function loadImports(context: AppLoadContext, round: Round): Promise<readonly ImportJob[]> {
  await endInterrupted(context, round);
  return listImportJobs(context.services.db, round.id);
}

/** One import of a round. @throws {Response} 404 when the round has none with this id */
export async function loadImport(
  context: AppLoadContext,
  round: Round,
  importId: string | undefined,
): Promise<ImportJob> {
  await endInterrupted(context, round);
  const job = await findImportJob(context.services.db, { roundId: round.id, id: importId ?? '' });
  if (!job) throw new Response(null, { status: 404 });
  return job;
}

async function endInterrupted({ services: { db, now } }: AppLoadContext, round: Round): Promise<void> {
  const before = new Date(now().getTime() - staleAfterMs).toISOString();
  await failStaleImports(db, { roundId: round.id, before });
}

/** What the import page needs to know about a round. */
export function describeImport(context: AppLoadContext, round: Round) {
  return {
    id: round.id,
    title: round.title,
    isDemo: round.isDemo,
    hasCodes: round.access === 'code',
    hasStrata: listStratumMarks(round).length > 0,
    takesPaper: takesAnswers(round, 'paper', context.services.now().toISOString()),
    columns: listNumberedQuestions(round.questionnaire).map(({ number, question }) => ({
      id: question.id,
      number,
      text: question.text.ja,
      isMultiple: question.kind === 'multiple',
      options: listOptionWords(question),
    })),
  };
}

export type ImportRound = ReturnType<typeof describeImport>;

/** The empty sheet to fill in. */
export const formTemplate = (round: Round): string => writeCsv([listTemplateColumns(round)]);
