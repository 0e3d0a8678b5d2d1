import { chunkRows, type Db } from '#db/dialect.ts';
import {
  fromResponseRow,
  nResponseColumns,
  type StoredResponse,
  toResponseRow,
} from '#db/queries/response-row.ts';
import type { SurveyResponse } from '#surveys/response/answers.ts';

/** Accepted answers on their way to the mixer, under a random id. */
export interface Arrival {
  readonly roundId: string;
  readonly id: string;
  readonly response: SurveyResponse;
}

/**
 * Puts accepted answers where they wait for mixing.
 * @throws {z.ZodError} when answers do not fit their schema
 */
export async function insertIntake(tx: Db, arrivals: readonly Arrival[]): Promise<void> {
  const rows = arrivals.map(({ roundId, id, response }) => toResponseRow(roundId, { ...response, id }));
  for (const chunk of chunkRows(rows, nResponseColumns)) {
    await tx.insertInto('intake').values(chunk).execute();
  }
}

/** How many accepted answers of a round wait for mixing. */
export async function countIntake(db: Db, roundId: string): Promise<number> {
  const { n } = await db
    .selectFrom('intake')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('round_id', '=', roundId)
    .executeTakeFirstOrThrow();
  return n;
}

/** Takes up to `maximum` waiting answers out of a round's intake, which of them is chance: ids are random. */
export async function takeIntake(
  tx: Db,
  input: { readonly roundId: string; readonly maximum: number },
): Promise<readonly StoredResponse[]> {
  const rows = await tx
    .deleteFrom('intake')
    .where('round_id', '=', input.roundId)
    .where('id', 'in', (query) =>
      query
        .selectFrom('intake')
        .select('id')
        .where('round_id', '=', input.roundId)
        .orderBy('id')
        .limit(input.maximum),
    )
    .returning(['id', 'stratum', 'profile', 'channel', 'answers'])
    .execute();
  return rows.map(fromResponseRow);
}
