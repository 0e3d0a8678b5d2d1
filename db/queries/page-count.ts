import { sql } from 'kysely';
import { chunkRows, type Db } from '#db/dialect.ts';
import { parseStep, type ReachedStep, stepKey } from '#surveys/round/page-progress.ts';

/** One respondent more who came as far as a step. */
export interface StepReached {
  readonly roundId: string;
  readonly step: ReachedStep;
}

/** How many respondents came as far as a step of a round. */
export interface StepCount {
  readonly step: ReachedStep;
  readonly n: number;
}

/** Adds to the page counters of one writer; nothing is kept of who came how far. */
export async function bumpPageCounts(
  tx: Db,
  input: { readonly writer: number; readonly reached: readonly StepReached[] },
): Promise<void> {
  const totals = new Map<string, { readonly roundId: string; readonly step: string; readonly n: number }>();
  for (const { roundId, step } of input.reached) {
    const key = JSON.stringify([roundId, stepKey(step)]);
    totals.set(key, { roundId, step: stepKey(step), n: (totals.get(key)?.n ?? 0) + 1 });
  }
  // Always in the same order, so that writers who share a number cannot deadlock.
  const rows = [...totals]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, { roundId, step, n }]) => ({ round_id: roundId, step, writer: input.writer, n }));
  for (const chunk of chunkRows(rows, 4)) {
    await tx
      .insertInto('page_count')
      .values(chunk)
      .onConflict((conflict) =>
        conflict.columns(['round_id', 'step', 'writer']).doUpdateSet({ n: sql`page_count.n + excluded.n` }),
      )
      .execute();
  }
}

/**
 * The page counters of a round over all writers, by step; none before anybody began.
 * @throws {Error} when a stored step is none of ours
 */
export async function listPageCounts(db: Db, roundId: string): Promise<readonly StepCount[]> {
  const rows = await db
    .selectFrom('page_count')
    .select('step')
    .select(({ fn }) => fn.sum<number>('n').as('n'))
    .where('round_id', '=', roundId)
    .groupBy('step')
    .orderBy('step')
    .execute();
  return rows.map(({ step, n }) => ({ step: parseStep(step), n }));
}
