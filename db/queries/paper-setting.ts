import { z } from 'zod';
import type { Db } from '#db/dialect.ts';

/** Who may settle a form whose two entries differ: only a third account, or, explicitly allowed, one of the two. */
export const settlers = ['other', 'anyone'] as const;
export type Settler = (typeof settlers)[number];
const settlerSchema = z.enum(settlers);

/** Who may settle differing entries of a round; undefined unless it was set. */
export async function findSettler(db: Db, roundId: string): Promise<Settler | undefined> {
  const row = await db
    .selectFrom('paper_setting')
    .select('settler')
    .where('round_id', '=', roundId)
    .executeTakeFirst();
  return row && settlerSchema.parse(row.settler);
}

/** Sets who may settle differing entries of a round. */
export async function upsertSettler(
  db: Db,
  { roundId, settler }: { readonly roundId: string; readonly settler: Settler },
): Promise<void> {
  await db
    .insertInto('paper_setting')
    .values({ round_id: roundId, settler })
    .onConflict((conflict) => conflict.column('round_id').doUpdateSet({ settler }))
    .execute();
}
