import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, vi } from 'vitest';
import { demoLogins } from '#app/demo/demo-accounts.ts';
import { type Dialect, dialects } from '#db/dialect.ts';
import { createTestDatabase } from '#tests/helpers/databases.ts';
import { plainEnv } from '#tests/helpers/plain-env.ts';

/** A running Koebako. */
export interface AppServer {
  readonly origin: string;
  /** Everything the process has printed so far. */
  readonly output: () => string;
  /** Waits until the process ends by itself; its exit code, null where it did not and had to be killed. */
  readonly ended: () => Promise<number | null>;
  /** Ends the process gently. @throws {Error} when it had printed a fault or ended badly */
  readonly stop: () => Promise<void>;
}

const startTimeoutMs = 60_000;
const endTimeoutMs = 20_000;
/** A stack trace, or a line of the log at level error or above. */
const faultPattern = /^\s+at .+[:)]\d*|"level":[56]0/m;

/** Starts the server as `npm run demo` or `npm run serve` do, on a free port, and waits until it answers. */
export async function startAppServer(options: {
  readonly databaseUrl: string;
  readonly isDemo: boolean;
  /** A free one unless named. */
  readonly port?: number;
  /** Settings beside the usual ones. */
  readonly env?: Readonly<Record<string, string>>;
  /** No file may be written beyond this, in blocks of 512 bytes (some shells count 1,024): writing there fails. */
  readonly fileSizeLimit?: number;
}): Promise<AppServer> {
  // Beside the data folder lies the log of used codes.
  const folder = await mkdtemp(join(tmpdir(), 'koebako-data-'));
  const command = [process.execPath, 'app/server.ts', ...(options.isDemo ? ['--demo'] : [])];
  const [program = '', ...parameters] =
    options.fileSizeLimit === undefined
      ? command
      : ['sh', '-c', `ulimit -f ${options.fileSizeLimit} && exec "$@"`, 'sh', ...command];
  const server = spawn(program, parameters, {
    env: {
      ...plainEnv(),
      HOST: '127.0.0.1',
      PORT: String(options.port ?? 0),
      ORIGIN: '',
      DATA_DIR: join(folder, 'data'),
      DATABASE_URL: options.databaseUrl,
      KOEBAKO_SECRET: 'a secret that only the tests know, long enough',
      LOG_LEVEL: 'warn',
      ...options.env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const exit = once(server, 'exit');
  let output = '';
  for (const stream of [server.stdout, server.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  const origin = await waitForAddress(server, () => output);
  return {
    origin,
    output: () => output,
    async ended() {
      // Time is the subject: a process that should have ended by itself is not waited for for ever.
      const killing = setTimeout(() => server.kill('SIGKILL'), endTimeoutMs);
      await exit;
      clearTimeout(killing);
      await rm(folder, { recursive: true, force: true });
      return server.exitCode;
    },
    async stop() {
      if (server.exitCode === null) {
        server.kill('SIGTERM');
        await exit;
      }
      await rm(folder, { recursive: true, force: true });
      if (server.exitCode !== 0) throw new Error(`the server ended with ${server.exitCode}:\n${output}`);
      if (faultPattern.test(output)) throw new Error(`the server printed a fault:\n${output}`);
    },
  };
}

async function waitForAddress(server: ChildProcess, output: () => string): Promise<string> {
  const find = async () => {
    if (server.exitCode !== null) return 'ended';
    const origin = /http:\/\/127\.0\.0\.1:\d+/.exec(output())?.[0];
    return origin !== undefined && (await fetch(`${origin}/api/health`)).ok && origin;
  };
  const origin = await vi.waitUntil(find, { timeout: startTimeoutMs, interval: 50 }).catch(() => 'ended');
  if (origin !== 'ended') return origin;
  server.kill('SIGKILL');
  throw new Error(`the server did not start:\n${output()}`);
}

/** Runs a suite against a demo server on SQLite and on PostgreSQL, each with a fresh database. */
export function describeOnEachServer(
  name: string,
  suite: (getServer: () => AppServer, dialect: Dialect) => void,
): void {
  describe.each(dialects)(`${name} (%s)`, (dialect) =>
    suite(useAppServer({ dialect, isDemo: true }), dialect),
  );
}

/** Starts a server before a suite's tests and stops it after them, with its database. */
export function useAppServer(options: {
  readonly dialect: Dialect;
  readonly isDemo: boolean;
}): () => AppServer {
  let server: AppServer | undefined;
  let drop: (() => Promise<void>) | undefined;
  beforeAll(async () => {
    const database = await createTestDatabase(options.dialect);
    drop = database.drop;
    server = await startAppServer({ databaseUrl: database.url, isDemo: options.isDemo });
  });
  afterAll(async () => {
    try {
      await server?.stop();
    } finally {
      await drop?.();
    }
  });
  return () => {
    if (!server) throw new Error('the server runs only while tests run');
    return server;
  };
}

type DemoRole = 'staff' | 'manager' | 'admin';

/** Name and password of the demo account with a role. */
export function demoLogin(role: DemoRole): { readonly name: string; readonly password: string } {
  const login = demoLogins.find((candidate) => candidate.role === role);
  if (!login) throw new Error(`the demo has no account with the role ${role}`);
  return login;
}

/** Posts a form as a browser without JavaScript does; redirects are not followed. */
export function postForm(
  url: string,
  fields: Readonly<Record<string, string | readonly string[]>>,
  headers: Readonly<Record<string, string>> = {},
): Promise<Response> {
  const body = new URLSearchParams(
    Object.entries(fields).flatMap(([name, value]) => [value].flat().map((text) => [name, text])),
  );
  return fetch(url, { method: 'POST', body, headers, redirect: 'manual' });
}

/** Logs a demo account in and returns the Cookie header of its session. */
export async function logIn(server: AppServer, role: DemoRole): Promise<string> {
  const response = await postForm(`${server.origin}/login`, demoLogin(role));
  const cookie = response.headers.get('Set-Cookie')?.split(';')[0];
  if (response.status !== 303 || !cookie)
    throw new Error(`log-in as ${role} was answered ${response.status}`);
  return cookie;
}
