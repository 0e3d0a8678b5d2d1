import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppLoadContext } from '@remix-run/node';
import { afterAll, beforeAll } from 'vitest';
import { type Composition, createServices } from '#app/compose.ts';
import { parseEnv } from '#app/env.ts';
import type { WebServices } from '#app/web/services.ts';
import { type Connection, connect } from '#db/connect.ts';
import { migrateToLatest } from '#db/migrate.ts';

/** The master secret that the services below derive theirs from. */
export const testSecret = 'a secret that only the tests know, long enough';

/** What a request brings along; nothing was sent, by nobody in particular, where a test says nothing. */
type RequestParts = Partial<
  Pick<AppLoadContext, 'form' | 'files' | 'clientIp' | 'nonce' | 'zone' | 'requestId'>
>;

/** A context as the web server hands it to loaders and actions. */
export const makeContext = (services: WebServices, parts: RequestParts = {}): AppLoadContext => ({
  services,
  form: new URLSearchParams(),
  files: [],
  clientIp: '127.0.0.1',
  nonce: 'nonce-of-test',
  zone: 'all',
  requestId: 'request-of-test',
  ...parts,
});

/** The services of a process that is at rest until a test starts it, and whose clock the test sets. */
export interface TestServices extends Composition {
  readonly context: (parts?: RequestParts) => AppLoadContext;
  readonly setNow: (instant: string) => void;
  /** Another process on the same database, with the same clock and the same files. */
  readonly anotherProcess: () => Composition;
}

interface ServiceOptions {
  /** The suite's database; without one, a fresh SQLite database is made and migrated. */
  readonly getConnection?: () => Connection;
  readonly now?: string;
  /** Settings beside the usual ones. */
  readonly env?: Readonly<Record<string, string>>;
  /** Fills the database before the first test. */
  readonly prepare?: (services: WebServices) => Promise<void>;
}

/** Makes services before a suite's tests, and stops whatever they set going after them. */
export function useServices(options: ServiceOptions = {}): () => TestServices {
  let opened: Awaited<ReturnType<typeof openServices>> | undefined;
  beforeAll(async () => {
    opened = await openServices(options);
    await options.prepare?.(opened.services.services);
  });
  afterAll(() => opened?.close());
  return () => {
    if (!opened) throw new Error('services exist only while tests run');
    return opened.services;
  };
}

async function openServices({ getConnection, now, env = {} }: ServiceOptions) {
  const folder = await mkdtemp(join(tmpdir(), 'koebako-services-'));
  const connection = getConnection?.() ?? (await openFresh(folder));
  let instant = new Date(now ?? '2026-11-22T03:00:00.000Z');
  const settings = {
    DATA_DIR: join(folder, 'data'),
    KOEBAKO_SECRET: testSecret,
    LOG_LEVEL: 'silent',
    ...env,
  };
  const made: Composition[] = [];
  const compose = (): Composition => {
    const composition = createServices(parseEnv(settings), {
      connection,
      now: () => instant,
      onFatal(error) {
        throw error;
      },
    });
    made.push(composition);
    return composition;
  };
  const first = compose();
  const services: TestServices = {
    ...first,
    context: (parts) => makeContext(first.services, parts),
    setNow(next) {
      instant = new Date(next);
    },
    anotherProcess: compose,
  };
  const close = async () => {
    for (const { stop } of made) await stop();
    if (!getConnection) await connection.close();
    await rm(folder, { recursive: true });
  };
  return { services, close };
}

async function openFresh(folder: string): Promise<Connection> {
  const connection = connect(`sqlite:${join(folder, 'test.db')}`);
  await migrateToLatest(connection.db);
  return connection;
}
