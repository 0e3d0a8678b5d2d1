import { PostgresDialect } from 'kysely';
import pg from 'pg';

const int8 = pg.types.builtins.INT8;
const nConnections = 10;

/** A PostgreSQL dialect over a pool; connections are made when first used, and refused unless durable. */
export function openPostgres(url: string): PostgresDialect {
  const pool = new pg.Pool({
    connectionString: url,
    max: nConnections,
    // Sums and counts come as bigint; ours stay far below 2^53.
    types: { getTypeParser: (id, format) => (id === int8 ? Number : pg.types.getTypeParser(id, format)) },
    // NOTE: here and not in Kysely's onCreateConnection, which keeps the connection when the check throws.
    onConnect: async (client) => {
      const { rows } = await client.query<SynchronousCommit>('show synchronous_commit');
      assertPostgresSettings(rows);
    },
  });
  // NOTE: without a listener an idle connection that breaks would end the process; the pool replaces it.
  pool.on('error', () => undefined);
  return new PostgresDialect({ pool });
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
