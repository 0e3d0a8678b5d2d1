import pg from 'pg';
import { vi } from 'vitest';

/**
 * Lends a connection to the test server's maintenance database, where databases are created and dropped.
 * @throws {Error} when the database tests run without their global set-up
 */
export async function withAdminClient<Result>(work: (client: pg.Client) => Promise<Result>): Promise<Result> {
  const url = process.env.TEST_DATABASE_URL;
  if (url === undefined)
    throw new Error('TEST_DATABASE_URL is not set: is postgres-server.ts the globalSetup?');
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** Ends every backend that serves a database, as a restart or a failover does; how many there were. */
export function endBackends(databaseUrl: string): Promise<number> {
  return withAdminClient(async (client) => {
    const { rowCount } = await client.query(
      'select pg_terminate_backend(pid, 5000) from pg_stat_activity where datname = $1',
      [new URL(databaseUrl).pathname.slice(1)],
    );
    return rowCount ?? 0;
  });
}

/** How many backends of a database wait for something, by the name of PostgreSQL's wait event. */
export function countWaiting(databaseUrl: string, event: 'PgSleep' | 'relation'): Promise<number> {
  return withAdminClient(async (client) => {
    const { rows } = await client.query<{ n: string }>(
      'select count(*) as n from pg_stat_activity where datname = $1 and wait_event = $2',
      [new URL(databaseUrl).pathname.slice(1), event],
    );
    return Number(rows[0]?.n);
  });
}

/** Resolves once a backend of a database waits for a row that another transaction holds. */
export async function untilRowIsWaitedFor(databaseUrl: string): Promise<void> {
  await vi.waitFor(
    () =>
      withAdminClient(async (client) => {
        const { rowCount } = await client.query(
          `select from pg_stat_activity where datname = $1 and wait_event_type = 'Lock'`,
          [new URL(databaseUrl).pathname.slice(1)],
        );
        if (rowCount === 0) throw new Error('nobody waits for a row');
      }),
    { timeout: 15_000, interval: 20 },
  );
}

/** The URL of a named database on the test server. */
export function testDatabaseUrl(name: string): string {
  const url = new URL(process.env.TEST_DATABASE_URL ?? 'postgres://unset');
  url.pathname = `/${name}`;
  return url.href;
}
