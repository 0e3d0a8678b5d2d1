import { sql } from 'kysely';
import { chunkRows, type Db } from '#db/dialect.ts';
import { readResponses } from '#db/queries/response.ts';
import { compareCounts } from '#surveys/aggregation/tally/count-order.ts';
import { diffTallies, mergeCounts } from '#surveys/aggregation/tally/merge.ts';
import { tabulate } from '#surveys/aggregation/tally/tabulate.ts';
import { respondentsMeasure, type TallyCount } from '#surveys/aggregation/tally/tally.ts';
import type { SurveyResponse } from '#surveys/response/answers.ts';
import { withoutTextQuestions } from '#surveys/response/separate-texts.ts';
import { isAnonymous } from '#surveys/round/anonymity.ts';
import type { Round } from '#surveys/round/round.ts';

const keyColumns = ['measure', 'value', 'stratum', 'profile', 'channel'] as const;

/** Where the stored tally (nStored) and a recount of the responses (nRecounted) disagree. */
export interface TallyDifference extends Omit<TallyCount, 'n'> {
  readonly nStored: number;
  readonly nRecounted: number;
}

/** The tally of a round's mixed responses, in canonical order; no counts before the first batch. */
export async function listTally(db: Db, roundId: string): Promise<readonly TallyCount[]> {
  const counts = await db
    .selectFrom('tally')
    .select([...keyColumns, 'n'])
    .where('round_id', '=', roundId)
    .execute();
  return counts.sort(compareCounts);
}

/** How many answers a round accepted: those in the tally and those that wait for mixing, at one instant. */
export async function nResponses(db: Db, roundId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select (select coalesce(sum(n), 0) from tally where round_id = ${roundId} and measure = ${respondentsMeasure})
      + (select count(*) from intake where round_id = ${roundId}) as n`.execute(db);
  return rows[0]?.n ?? 0;
}

/** How many mixed responses each stratum has, by id; those that wait in intake are not among them. */
export function listStratumCounts(
  db: Db,
  roundId: string,
): Promise<readonly { readonly stratum: string; readonly n: number }[]> {
  return db
    .selectFrom('tally')
    .select('stratum')
    .select(({ fn }) => fn.sum<number>('n').as('n'))
    .where('round_id', '=', roundId)
    .where('measure', '=', respondentsMeasure)
    .groupBy('stratum')
    .orderBy('stratum')
    .execute();
}

/** Counts mixed responses of a round; in anonymous rounds text questions have no measures (separate-texts.ts). */
export function tabulateResponses(round: Round, responses: readonly SurveyResponse[]): readonly TallyCount[] {
  const { audience, questionnaire } = round;
  return tabulate(isAnonymous(audience) ? withoutTextQuestions(questionnaire) : questionnaire, responses);
}

/** Adds counts to a round's tally; a count that is new begins with its n. */
export async function addToTally(
  tx: Db,
  input: { readonly roundId: string; readonly counts: readonly TallyCount[] },
): Promise<void> {
  const rows = input.counts.map((count) => ({
    round_id: input.roundId,
    stratum: count.stratum,
    profile: count.profile,
    channel: count.channel,
    measure: count.measure,
    value: count.value,
    n: count.n,
  }));
  for (const chunk of chunkRows(rows, 7)) {
    await tx
      .insertInto('tally')
      .values(chunk)
      .onConflict((conflict) =>
        conflict.columns(['round_id', ...keyColumns]).doUpdateSet({ n: sql`tally.n + excluded.n` }),
      )
      .execute();
  }
}

/** The tally counted again from the stored responses; the caller must hold the round, or a snapshot of it. */
export async function recountResponses(tx: Db, round: Round): Promise<readonly TallyCount[]> {
  let counts: readonly TallyCount[] = [];
  for await (const chunk of readResponses(tx, round.id)) {
    counts = mergeCounts(counts, tabulateResponses(round, chunk));
  }
  return counts;
}

/** Where a round's stored tally and a recount of it differ, in canonical order; empty when they agree. */
export function compareWithRecount(
  stored: readonly TallyCount[],
  recounted: readonly TallyCount[],
): readonly TallyDifference[] {
  return diffTallies(stored, recounted).map(({ nA, nB, ...place }) => ({
    ...place,
    nStored: nA,
    nRecounted: nB,
  }));
}
