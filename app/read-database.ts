import { parseEnv } from '#app/env.ts';
import { connectToRead } from '#db/connect.ts';
import type { Db } from '#db/dialect.ts';
import { findMigrationGap } from '#db/migrate.ts';
import { inSnapshot } from '#db/transaction.ts';

/**
 * Lends a command the database of the settings, or of the demo, as it stands at one instant. Nothing is written:
 * a database of another version of the software is not migrated but refused.
 * @throws {Error} naming the database when it cannot be opened, and what it lacks when it is of another version
 */
export async function readDatabase<Result>(
  { isDemo }: { readonly isDemo: boolean },
  work: (tx: Db) => Promise<Result>,
): Promise<Result> {
  const url = parseEnv(isDemo ? { DATA_DIR: 'data/demo', ...process.env } : process.env).DATABASE_URL;
  const { db, close } = open(url);
  try {
    return await inSnapshot(db, async (tx) => {
      const { missing, unknown } = await findMigrationGap(tx);
      if (missing.length > 0) {
        throw new Error(
          `データベース ${nameOf(url)} は、このソフトウェアの形に移行されていません(未適用: ${missing.join(', ')})。\n確かめるだけのコマンドは移行を行いません。サーバを起動すると移行されます。`,
        );
      }
      if (unknown.length > 0) {
        throw new Error(
          `データベース ${nameOf(url)} は、より新しい版のソフトウェアのものです(${unknown.join(', ')})。`,
        );
      }
      return await work(tx);
    });
  } finally {
    await close();
  }
}

function open(url: string) {
  try {
    return connectToRead(url);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new Error(`データベース ${nameOf(url)} を開けません: ${reason}`, { cause });
  }
}

/** The address of a database without the password in it. */
const nameOf = (url: string) => url.replace(/^(postgres(?:ql)?:\/\/[^:@/]*):.*@/, '$1@').replace(/\?.*$/, '');
