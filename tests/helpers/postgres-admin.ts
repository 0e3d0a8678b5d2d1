import pg from 'pg';

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

/** The URL of a named database on the test server. */
export function testDatabaseUrl(name: string): string {
  const url = new URL(process.env.TEST_DATABASE_URL ?? 'postgres://unset');
  url.pathname = `/${name}`;
  return url.href;
}
