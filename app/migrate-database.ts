import { StartError } from '#app/fielding/start-problem.ts';
import type { Connection } from '#db/connect.ts';
import { findMigrationGap, migrateToLatest } from '#db/migrate.ts';

/**
 * Brings a database to the version of this software.
 * @throws {StartError} when a newer version has used it; it is left as it is
 */
export async function migrateDatabase({ db, name }: Connection): Promise<void> {
  const { unknown } = await findMigrationGap(db);
  if (unknown.length > 0)
    throw new StartError({ kind: 'newer_database', database: name, migrations: unknown });
  await migrateToLatest(db);
}
