import type { Kysely } from 'kysely';

type Tables = { import_job: { round_id: string; id: string; problems: string } };

/** A problem as imports told it in sentences when this was written. */
interface ToldProblem {
  readonly row: number | null;
  readonly column: string;
  readonly reason: string;
}

/** Problems of imports are codes from now on; those of earlier imports stay as they were told. */
export async function up(unknownDb: Kysely<unknown>): Promise<void> {
  const db = unknownDb.withTables<Tables>();
  const jobs = await db.selectFrom('import_job').select(['round_id', 'id', 'problems']).execute();
  for (const { round_id, id, problems } of jobs) {
    const told: readonly ToldProblem[] = JSON.parse(problems);
    const kept = told.map(({ row, column, reason }) => ({
      row,
      column: column === '' ? null : { kind: 'told', text: column },
      reason: { kind: 'told', text: reason },
    }));
    if (kept.length === 0) continue;
    await db
      .updateTable('import_job')
      .set({ problems: JSON.stringify(kept) })
      .where('round_id', '=', round_id)
      .where('id', '=', id)
      .execute();
  }
}
