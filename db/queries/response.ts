import { chunkRows, type Db } from '#db/dialect.ts';
import {
  fromResponseRow,
  nResponseColumns,
  type StoredResponse,
  toResponseRow,
} from '#db/queries/response-row.ts';

const nPerChunk = 2_000;

/** Stores mixed responses in the order given. @throws {z.ZodError} when answers do not fit their schema */
export async function insertResponses(
  tx: Db,
  input: { readonly roundId: string; readonly responses: readonly StoredResponse[] },
): Promise<void> {
  const rows = input.responses.map((response) => toResponseRow(input.roundId, response));
  for (const chunk of chunkRows(rows, nResponseColumns)) {
    await tx.insertInto('response').values(chunk).execute();
  }
}

/** All mixed responses of a round in the order of their random ids; those that wait in intake are not here. */
export async function listResponses(db: Db, roundId: string): Promise<readonly StoredResponse[]> {
  const responses: StoredResponse[] = [];
  for await (const chunk of readResponses(db, roundId)) responses.push(...chunk);
  return responses;
}

/**
 * Reads the mixed responses of a round piece by piece, by id, without holding them all; no pieces when there
 * are none. Responses mixed meanwhile may be missed: lock the round where that matters.
 */
export async function* readResponses(db: Db, roundId: string): AsyncGenerator<readonly StoredResponse[]> {
  let after = '';
  for (;;) {
    const rows = await db
      .selectFrom('response')
      .select(['id', 'stratum', 'profile', 'channel', 'answers'])
      .where('round_id', '=', roundId)
      .where('id', '>', after)
      .orderBy('id')
      .limit(nPerChunk)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
    yield rows.map(fromResponseRow);
  }
}

/**
 * Writes every response and free text of a round anew in the order of their random ids, so that no place in
 * the table tells any more which batch a row came with. Goes piece by piece, in the caller's transaction.
 */
export async function rewriteInRandomOrder(tx: Db, roundId: string): Promise<void> {
  for (const table of ['response', 'free_text'] as const) {
    let after = '';
    for (;;) {
      const { rows, last } = await takeNextRows(tx, { table, roundId, after });
      if (last === undefined) break;
      for (const chunk of chunkRows(rows, nResponseColumns)) {
        await tx.insertInto(table).values(chunk).execute();
      }
      after = last;
    }
  }
}

async function takeNextRows(
  tx: Db,
  input: { readonly table: 'response' | 'free_text'; readonly roundId: string; readonly after: string },
) {
  const { table, roundId, after } = input;
  const rows = await tx
    .deleteFrom(table)
    .where('round_id', '=', roundId)
    .where('id', 'in', (query) =>
      query
        .selectFrom(table)
        .select('id')
        .where('round_id', '=', roundId)
        .where('id', '>', after)
        .orderBy('id')
        .limit(nPerChunk),
    )
    .returningAll()
    .execute();
  const sorted = rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  return { rows: sorted, last: sorted.at(-1)?.id };
}
