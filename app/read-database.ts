import { parseEnv } from '#app/env.ts';
import { StartError } from '#app/fielding/start-problem.ts';
import { type Connection, connectToRead, nameDatabase } from '#db/connect.ts';
import type { Db } from '#db/dialect.ts';
import { findMigrationGap } from '#db/migrate.ts';
import { inSnapshot } from '#db/transaction.ts';

/**
 * Lends a command the database of the settings, or of the demo, as it stands at one instant. Nothing is written:
 * a database of another version of the software is not migrated but refused.
 * @throws {StartError} naming the database when it cannot be opened, and the migrations when it is of another version
 */
export async function readDatabase<Result>(
  { isDemo }: { readonly isDemo: boolean },
  work: (tx: Db) => Promise<Result>,
): Promise<Result> {
  const url = parseEnv(isDemo ? { DATA_DIR: 'data/demo', ...process.env } : process.env).DATABASE_URL;
  const { db, name, close } = open(url);
  try {
    return await inSnapshot(db, async (tx) => {
      const { missing, unknown } = await findMigrationGap(tx);
      const refuse = (kind: 'newer_database' | 'older_database', migrations: readonly string[]) => {
        if (migrations.length > 0) throw new StartError({ kind, database: name, migrations });
      };
      // First what only a newer version can help with.
      refuse('newer_database', unknown);
      refuse('older_database', missing);
      return await work(tx);
    });
  } finally {
    await close();
  }
}

function open(url: string): Connection {
  try {
    return connectToRead(url);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartError({ kind: 'database_not_opened', database: nameDatabase(url), reason }, { cause });
  }
}
