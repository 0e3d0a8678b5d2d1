import { closeSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import {
  CompiledQuery,
  type DatabaseConnection,
  type Driver,
  SqliteAdapter,
  SqliteDialect,
  SqliteDriver,
} from 'kysely';

/** How long a connection waits for another one's lock. */
export const busyTimeoutMs = 5_000;
const synchronousFull = 2;

/**
 * Begins every transaction IMMEDIATE: a deferred one that reads and then writes fails past busy_timeout. What made
 * a transaction fail is what its caller gets.
 */
class DurableSqliteDriver extends SqliteDriver {
  readonly #file: BetterSqlite3.Database;

  constructor(file: BetterSqlite3.Database) {
    super({ database: file });
    this.#file = file;
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    await connection.executeQuery(CompiledQuery.raw('begin immediate'));
  }

  override async rollbackTransaction(connection: DatabaseConnection): Promise<void> {
    // A full or broken disk has made SQLite roll back by itself; doing it again would fail, and hide why.
    if (this.#file.inTransaction) await super.rollbackTransaction(connection);
  }
}

/** SQLite can roll back DDL, so a migration that fails halfway leaves nothing behind. */
class TransactionalSqliteAdapter extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

class DurableSqliteDialect extends SqliteDialect {
  readonly #file: BetterSqlite3.Database;

  constructor(file: BetterSqlite3.Database) {
    super({ database: file });
    this.#file = file;
  }

  override createDriver(): Driver {
    return new DurableSqliteDriver(this.#file);
  }

  override createAdapter(): SqliteAdapter {
    return new TransactionalSqliteAdapter();
  }
}

/** SQLite gives the files beside a database (`-wal`, `-shm`) the mode that the database has. */
export const filesOfSqlite = (path: string): readonly string[] => [path, `${path}-wal`, `${path}-shm`];

/** Makes a file that nobody but its owner may read, whatever the umask, with its folder; one that is there stays. */
function makeOwnersFile(path: string): void {
  mkdirSync(dirname(path), { recursive: true, mode: 0o700 });
  try {
    // NOTE: only where there is none ("x"): closing a second descriptor of a database would drop this process's locks.
    closeSync(openSync(path, 'wx', 0o600));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

/**
 * Opens a SQLite file (made when missing, with its folder, for its owner alone) with the settings Koebako promises.
 * @throws {Error} when the file cannot be opened or a setting did not take effect
 */
export function openSqlite(path: string): SqliteDialect {
  makeOwnersFile(path);
  const file = new BetterSqlite3(path, { timeout: busyTimeoutMs });
  try {
    file.pragma('journal_mode = WAL');
    // NOTE: after WAL, whose default is compiled as NORMAL: an acknowledged answer could vanish in a power cut.
    file.pragma('synchronous = FULL');
    file.pragma('foreign_keys = ON');
    file.pragma('secure_delete = ON');
    // Answers that pass through a temporary table must not reach a temporary file.
    file.pragma('temp_store = MEMORY');
    assertSqliteSettings((name) => file.pragma(name, { simple: true }));
  } catch (error) {
    file.close();
    throw error;
  }
  return new DurableSqliteDialect(file);
}

/**
 * Opens an existing SQLite file so that nothing can be written through it: neither rows nor settings, and its log
 * is not written back. SQLite may leave an empty log beside a file that nobody else has open.
 * @throws {Error} when there is no such file, or it cannot be opened
 */
export function openSqliteToRead(path: string): SqliteDialect {
  return new SqliteDialect({
    database: new BetterSqlite3(path, { readonly: true, fileMustExist: true, timeout: busyTimeoutMs }),
  });
}

/**
 * Checks that a connection has the settings that durability and erasure rest on.
 * @param read gives the present value of a pragma
 * @throws {Error} naming the setting that differs
 */
export function assertSqliteSettings(read: (pragma: string) => unknown): void {
  const wanted = [
    ['journal_mode', 'wal'],
    ['synchronous', synchronousFull],
    ['foreign_keys', 1],
    ['secure_delete', 1],
    ['busy_timeout', busyTimeoutMs],
  ] as const;
  for (const [name, value] of wanted) {
    const actual = read(name);
    if (actual !== value) throw new Error(`SQLite setting ${name} is ${String(actual)} instead of ${value}`);
  }
}
