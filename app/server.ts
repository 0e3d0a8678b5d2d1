import { once } from 'node:events';
import { existsSync } from 'node:fs';
import type { Server } from 'node:http';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import type { Express } from 'express';
import { type Composition, createServices, prepareDatabase } from '#app/compose.ts';
import { demoLogins } from '#app/demo/demo-accounts.ts';
import { type Env, parseEnv } from '#app/env.ts';
import { explainFailure } from '#app/explain-failure.ts';
import { createHttpServer } from '#app/web/http-server.ts';
import type { ListenerZone } from '#app/web/listener.ts';
import type { WebServices } from '#app/web/services.ts';

const buildFile = 'build/server/index.js';

interface StartFlags {
  /** Whether demo plans and rounds are loaded and shown. */
  readonly hasDemo: boolean;
  /** Whether the log of used codes is given up for lost. */
  readonly isCodeLogLost: boolean;
}

/** Starts Koebako: database and services first, then the web server, until it is told to stop. */
async function start(env: Env, flags: StartFlags): Promise<void> {
  const composition = createServices(env, flags);
  await prepareDatabase(composition, flags);
  await composition.start();
  const build: ServerBuild = await import(pathToFileURL(resolve(buildFile)).href);
  const servers = await listenAll(build, composition.services, env);
  announce(servers, composition.services.ward.fullName, flags.hasDemo);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stop(servers, composition).then(() => process.exit(0)));
  }
}

/** Takes no more visitors, answers those who are there, and closes the database last. */
async function stop(servers: readonly Listening[], composition: Composition): Promise<void> {
  const closed = servers.map(({ server }) => once(server, 'close'));
  for (const { server } of servers) {
    server.close();
    server.closeIdleConnections();
  }
  await composition.stop();
  setTimeout(() => {
    for (const { server } of servers) server.closeAllConnections();
  }, 2000).unref();
  await Promise.all(closed);
  await composition.connection.close();
}

interface Listening {
  readonly server: Server;
  readonly zone: ListenerZone;
  /** The address people open. */
  readonly origin: string;
}

/** Opens the one listener, or the public one and the office's own. */
async function listenAll(build: ServerBuild, services: WebServices, env: Env): Promise<readonly Listening[]> {
  const { ORIGIN, STAFF_ORIGIN, STAFF_PORT, TRUST_PROXY: trustProxy } = env;
  const listen = async (app: Express, place: { readonly host: string; readonly port: number }) => {
    const server = app.listen(place.port, place.host);
    await once(server, 'listening');
    const address = server.address();
    const port = typeof address === 'object' && address ? address.port : place.port;
    const host = place.host.includes(':') ? `[${place.host}]` : place.host;
    return { server, address: `http://${host}:${port}` };
  };
  const zone = STAFF_PORT === undefined ? 'all' : 'public';
  const front = createHttpServer(build, services, { zone, origin: ORIGIN, trustProxy });
  const opened = await listen(front, { host: env.HOST, port: env.PORT });
  const first = { server: opened.server, zone, origin: ORIGIN ?? opened.address } as const;
  if (STAFF_PORT === undefined) return [first];
  const isSecure = STAFF_ORIGIN?.startsWith('https:') ?? false;
  const staff = { zone: 'staff', origin: STAFF_ORIGIN, trustProxy } as const;
  const office = await listen(createHttpServer(build, { ...services, isSecure }, staff), {
    host: env.STAFF_HOST ?? env.HOST,
    port: STAFF_PORT,
  });
  return [first, { server: office.server, zone: 'staff', origin: STAFF_ORIGIN ?? office.address }];
}

function announce(servers: readonly Listening[], ward: string, hasDemo: boolean): void {
  const originOf = (zone: ListenerZone) =>
    servers.find((server) => server.zone === zone || server.zone === 'all')?.origin ?? '';
  console.log(`\n声箱 Koebako: ${originOf('public')}`);
  console.log(`  区 (ward):                ${ward}`);
  console.log(`  公開ページ (public):      ${originOf('public')}/`);
  console.log(`  職員 (staff):             ${originOf('staff')}/staff`);
  console.log(`  管理職 (manager):         ${originOf('staff')}/manager`);
  if (!hasDemo) return;
  console.log('\nデモ用ログイン (demo logins; name / password):');
  for (const { name, password, role } of demoLogins) console.log(`  ${role.padEnd(8)} ${name} / ${password}`);
  console.log('');
}

// Libraries choose their faster, quieter half by this; an explicit setting wins.
process.env.NODE_ENV ??= 'production';

try {
  if (!existsSync(buildFile))
    throw new Error('build がありません。先に `npm run build` を実行してください。');
  const hasDemo = process.argv.includes('--demo');
  // The demo has a folder of its own, so that a later production start does not meet it.
  await start(parseEnv(hasDemo ? { DATA_DIR: 'data/demo', ...process.env } : process.env), {
    hasDemo,
    isCodeLogLost: process.argv.includes('--used-codes-lost'),
  });
} catch (error) {
  console.error(explainFailure(error));
  process.exit(1);
}
