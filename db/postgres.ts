import {
  type Driver,
  type PostgresCursor,
  PostgresDialect,
  type PostgresDialectConfig,
  PostgresDriver,
  type PostgresPool,
  type PostgresPoolClient,
  type PostgresQueryResult,
} from 'kysely';
import pg from 'pg';
import { ConnectionLostError } from '#db/storage-error.ts';

const int8 = pg.types.builtins.INT8;
const nConnections = 10;

/** A PostgreSQL dialect over a pool; connections are made when first used, and refused unless durable. */
export function openPostgres(url: string): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: nConnections,
    // Sums and counts come as bigint; ours stay far below 2^53.
    types: { getTypeParser: (id, format) => (id === int8 ? Number : pg.types.getTypeParser(id, format)) },
  });
  // NOTE: without a listener an idle connection that breaks would end the process; the pool replaces it.
  pool.on('error', () => undefined);
  return new DurablePostgresDialect({ pool: lendFrom(pool) });
}

/**
 * SQLSTATEs with which PostgreSQL ends a connection: shut down by an administrator or after a crash, its database
 * dropped, idle or in a transaction for too long.
 * Source: PostgreSQL 18, appendix A. (That they are FATAL is told in the server's language.)
 */
const lastWords: ReadonlySet<string | undefined> = new Set([
  '57P01',
  '57P02',
  '57P04',
  '57P05',
  '25P03',
  '25P04',
]);

/** A client of the pool as Kysely borrows it: once its connection is lost every query says so, and why. */
class LentClient implements PostgresPoolClient {
  readonly #client: PostgresPoolClient;
  /** What was first heard of the connection's end. */
  #loss: Error | undefined;
  #isDurable = false;

  constructor(client: pg.PoolClient) {
    this.#client = client;
    // NOTE: the pool listens while a client is idle only; unheard, the error of one that is lent ends the process.
    client.on('error', (error) => {
      this.#loss ??= error;
    });
  }

  query<Row>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>>;
  query<Row>(cursor: PostgresCursor<Row>): PostgresCursor<Row>;
  query<Row>(query: string | PostgresCursor<Row>, parameters: readonly unknown[] = []) {
    return typeof query === 'string' ? this.#run<Row>(query, parameters) : this.#client.query(query);
  }

  async #run<Row>(sql: string, parameters: readonly unknown[]): Promise<PostgresQueryResult<Row>> {
    if (this.#loss) throw new ConnectionLostError(this.#loss);
    try {
      return await this.#client.query<Row>(sql, parameters);
    } catch (error) {
      const isAnswer = error instanceof pg.DatabaseError;
      if (isAnswer && lastWords.has(error.code)) this.#loss ??= error;
      else if (isAnswer) throw error;
      throw this.#loss ? new ConnectionLostError(this.#loss) : error;
    }
  }

  /**
   * Checks once that commits are on disk before they are answered, and gives the client back where they are not.
   * NOTE: not in Kysely's onCreateConnection, which keeps the connection when the check throws.
   */
  async requireDurable(): Promise<void> {
    if (this.#isDurable) return;
    try {
      const { rows } = await this.#run<SynchronousCommit>('show synchronous_commit', []);
      assertPostgresSettings(rows);
      this.#isDurable = true;
    } catch (error) {
      this.release(true);
      throw error;
    }
  }

  /** Gives the client back; one that is lost, or about to be, must not go to whoever waits for the next. */
  release(isUnusable = false): void {
    this.#client.release(isUnusable || this.#loss !== undefined);
  }
}

/** The pool as Kysely sees it: every client it lends knows whether its connection is lost. */
function lendFrom(pool: pg.Pool): PostgresPool {
  const lent = new WeakMap<pg.PoolClient, LentClient>();
  const lend = (client: pg.PoolClient): LentClient => {
    const known = lent.get(client) ?? new LentClient(client);
    lent.set(client, known);
    return known;
  };
  // Comes before the pool stops listening to a new client.
  pool.on('connect', lend);
  return {
    options: pool.options,
    end: () => pool.end(),
    async connect() {
      const client = lend(await pool.connect());
      await client.requireDurable();
      return client;
    },
  };
}

class DurablePostgresDialect extends PostgresDialect {
  readonly #config: PostgresDialectConfig;

  constructor(config: PostgresDialectConfig) {
    super(config);
    this.#config = config;
  }

  override createDriver(): Driver {
    return new DurablePostgresDriver(this.#config);
  }
}

/** What made a transaction fail is what its caller gets. */
class DurablePostgresDriver extends PostgresDriver {
  override async rollbackTransaction(
    connection: Parameters<PostgresDriver['rollbackTransaction']>[0],
  ): Promise<void> {
    // It fails where the connection is lost: Kysely throws that away, and the server has rolled back by itself.
    await super.rollbackTransaction(connection).catch(() => undefined);
  }
}

export interface SynchronousCommit {
  readonly synchronous_commit: string;
}

/**
 * Checks that a commit is on disk before it is answered.
 * @param rows what `show synchronous_commit` gave
 * @throws {Error} when the server or role switched it off
 */
export function assertPostgresSettings(rows: readonly SynchronousCommit[]): void {
  const value = rows[0]?.synchronous_commit;
  if (value === undefined || value === 'off') {
    throw new Error(`PostgreSQL setting synchronous_commit is ${String(value)}: answers could be lost`);
  }
}
