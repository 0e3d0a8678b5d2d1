import type { Kysely } from 'kysely';

/** A round's frame: whom its figures stand for, as JSON; null where it has none. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('round').addColumn('frame', 'text').execute();
}
