import type { Db } from '#db/dialect.ts';
import { readJson, writeJson } from '#db/json-column.ts';
import { type RoundSetup, roundSetupSchema } from '#surveys/round/setup.ts';

/** What was chosen while preparing a round; undefined for rounds that were not prepared step by step. */
export async function findRoundSetup(db: Db, roundId: string): Promise<RoundSetup | undefined> {
  const row = await db
    .selectFrom('round_setup')
    .select('document')
    .where('round_id', '=', roundId)
    .executeTakeFirst();
  return row && readJson(roundSetupSchema, row.document);
}

/** Stores what is chosen for a round, in place of what was chosen before. */
export async function upsertRoundSetup(db: Db, roundId: string, setup: RoundSetup): Promise<void> {
  const document = writeJson(roundSetupSchema, setup);
  await db
    .insertInto('round_setup')
    .values({ round_id: roundId, document })
    .onConflict((conflict) => conflict.column('round_id').doUpdateSet({ document }))
    .execute();
}
