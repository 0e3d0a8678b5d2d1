import { sql } from 'kysely';
import { chunkRows, type Db } from '#db/dialect.ts';
import { readResponses } from '#db/queries/response.ts';
import { bumpRoundVersion, getRound, lockRound } from '#db/queries/round.ts';
import { inTransaction } from '#db/transaction.ts';
import { mergeCounts } from '#surveys/aggregation/tally/merge-counts.ts';
import { tabulate } from '#surveys/aggregation/tally/tabulate.ts';
import { respondentsMeasure, type TallyCount } from '#surveys/aggregation/tally/tally.ts';
import type { SurveyResponse } from '#surveys/response/answers.ts';
import { withoutTextQuestions } from '#surveys/response/separate-texts.ts';
import { isAnonymous } from '#surveys/round/anonymity.ts';
import type { Round } from '#surveys/round/round.ts';

const keyColumns = ['measure', 'value', 'stratum', 'profile', 'channel'] as const;

/** A count of which the tally and the responses do not say the same; a count that one lacks is 0 there. */
export interface TallyDifference extends Omit<TallyCount, 'n'> {
  readonly nStored: number;
  readonly nRecounted: number;
}

/** The tally of a round's mixed responses, by its key; no counts before the first batch. */
export function listTally(db: Db, roundId: string): Promise<readonly TallyCount[]> {
  let query = db
    .selectFrom('tally')
    .select([...keyColumns, 'n'])
    .where('round_id', '=', roundId);
  for (const column of keyColumns) query = query.orderBy(column);
  return query.execute();
}

/** How many answers a round accepted: those in the tally and those that wait for mixing, at one instant. */
export async function nResponses(db: Db, roundId: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select (select coalesce(sum(n), 0) from tally where round_id = ${roundId} and measure = ${respondentsMeasure})
      + (select count(*) from intake where round_id = ${roundId}) as n`.execute(db);
  return rows[0]?.n ?? 0;
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

/** The tally counted again from the stored responses; the caller's transaction must hold the round. */
export async function recountResponses(tx: Db, round: Round): Promise<readonly TallyCount[]> {
  let counts: readonly TallyCount[] = [];
  for await (const chunk of readResponses(tx, round.id)) {
    counts = mergeCounts(counts, tabulateResponses(round, chunk));
  }
  return counts;
}

/** Where a stored tally and a recount differ; empty when they agree. Counts of 0 equal missing ones. */
export function compareTallies(
  stored: readonly TallyCount[],
  recounted: readonly TallyCount[],
): readonly TallyDifference[] {
  const differences = new Map<string, TallyDifference>();
  const note = (count: TallyCount, nStored: number, nRecounted: number) => {
    const { n: _n, ...cell } = count;
    const key = JSON.stringify(keyColumns.map((column) => count[column]));
    const known = differences.get(key) ?? { ...cell, nStored: 0, nRecounted: 0 };
    differences.set(key, {
      ...known,
      nStored: known.nStored + nStored,
      nRecounted: known.nRecounted + nRecounted,
    });
  };
  for (const count of stored) note(count, count.n, 0);
  for (const count of recounted) note(count, 0, count.n);
  return [...differences.values()].filter(({ nStored, nRecounted }) => nStored !== nRecounted);
}

/**
 * Puts a recount of the stored responses in place of a round's tally and says what differed; when nothing did,
 * nothing changes, otherwise the version moves.
 * @throws {Error} when there is no such round
 */
export function recountRound(db: Db, roundId: string): Promise<readonly TallyDifference[]> {
  return inTransaction(db, async (tx) => {
    await lockRound(tx, { roundId, mode: 'counting' });
    const counts = await recountResponses(tx, await getRound(tx, roundId));
    const differences = compareTallies(await listTally(tx, roundId), counts);
    if (differences.length === 0) return [];
    await tx.deleteFrom('tally').where('round_id', '=', roundId).execute();
    await addToTally(tx, { roundId, counts });
    await bumpRoundVersion(tx, roundId);
    return differences;
  });
}
