import type { Kysely } from 'kysely';

type Tables = { result: { round_id: string; indicator_id: string; document: string } };

/**
 * Results from before there were weighted figures and notes on how one was made say from now on that they have none,
 * without which nobody can read them. Provenance and hash stay as they are: they say what was computed then.
 */
export async function up(unknownDb: Kysely<unknown>): Promise<void> {
  const db = unknownDb.withTables<Tables>();
  const results = await db.selectFrom('result').select(['round_id', 'indicator_id', 'document']).execute();
  for (const { round_id, indicator_id, document } of results) {
    const stored: Readonly<Record<string, unknown>> = JSON.parse(document);
    if ('weighted' in stored && 'methodNote' in stored) continue;
    await db
      .updateTable('result')
      .set({ document: JSON.stringify({ weighted: null, methodNote: [], ...stored }) })
      .where('round_id', '=', round_id)
      .where('indicator_id', '=', indicator_id)
      .execute();
  }
}
