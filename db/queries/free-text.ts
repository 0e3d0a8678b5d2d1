import { chunkRows, type Db } from '#db/dialect.ts';
import type { FreeText } from '#surveys/response/separate-texts.ts';

/** A free text under a random id of its own, which no response knows. */
export interface StoredFreeText extends FreeText {
  readonly id: string;
}

/** Stores free texts in the order given, which the caller has shuffled. */
export async function insertFreeTexts(
  tx: Db,
  input: { readonly roundId: string; readonly texts: readonly StoredFreeText[] },
): Promise<void> {
  const rows = input.texts.map(({ id, questionId, text }) => ({
    round_id: input.roundId,
    id,
    question_id: questionId,
    text,
  }));
  for (const chunk of chunkRows(rows, 4)) await tx.insertInto('free_text').values(chunk).execute();
}

/** The free texts of an anonymous round in the order of their random ids; of an attributed round none. */
export async function listFreeTexts(db: Db, roundId: string): Promise<readonly StoredFreeText[]> {
  const rows = await db
    .selectFrom('free_text')
    .select(['id', 'question_id', 'text'])
    .where('round_id', '=', roundId)
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ id: row.id, questionId: row.question_id, text: row.text }));
}
