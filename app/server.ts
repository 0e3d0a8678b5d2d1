import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { copyFile, mkdir, rename, rm } from 'node:fs/promises';
import type { Server } from 'node:http';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { ServerBuild } from '@remix-run/node';
import type { Express } from 'express';
import { demoLogins } from '#app/demo/demo-accounts.ts';
import { loadDemo } from '#app/demo/load-demo.ts';
import { type Env, parseEnv } from '#app/env.ts';
import { createAcceptance } from '#app/fielding/accept/acceptance.ts';
import { createCodeMaker } from '#app/fielding/codes/code-maker.ts';
import { openUsedCodeLog } from '#app/fielding/codes/used-code-log.ts';
import { createMixer } from '#app/fielding/mix/mixer.ts';
import { createEraser } from '#app/fielding/rounds/eraser.ts';
import { createRoundClock } from '#app/fielding/rounds/round-clock.ts';
import { createSecrets, loadMasterSecret } from '#app/fielding/secrets.ts';
import { createLiveHub } from '#app/fielding/watch/live-hub.ts';
import { createEStatClient } from '#app/outside/e-stat/e-stat.ts';
import { createCodeThrottle } from '#app/web/code-throttle.ts';
import { createHttpServer } from '#app/web/http-server.ts';
import { createLog, type Log } from '#app/web/log.ts';
import { createLoginThrottle } from '#app/web/log-in/login-throttle.ts';
import type { ListenerZone } from '#app/web/route-zones.ts';
import type { WebServices } from '#app/web/services.ts';
import { connect } from '#db/connect.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { listPlans } from '#db/queries/plan.ts';
import { listRounds } from '#db/queries/round.ts';
import { storeCatalogPlan } from '#db/store-catalog-plan.ts';
import { loadPlan } from '#surveys/catalog/load-plan.ts';
import { loadCatalogQuestionnaires } from '#surveys/catalog/load-questionnaires.ts';
import { loadUsualTerms } from '#surveys/catalog/load-terms.ts';

const catalogDir = 'surveys/catalog/konohana';
const buildFile = 'build/server/index.js';

interface StartFlags {
  /** Whether demo plans and rounds are loaded and shown. */
  readonly hasDemo: boolean;
  /** Whether the log of used codes is given up for lost. */
  readonly isCodeLogLost: boolean;
}

/** Starts Koebako: database, catalogue, the one acceptance, mixer and hub, then the web server. */
async function start(env: Env, { hasDemo, isCodeLogLost }: StartFlags): Promise<void> {
  const log = createLog(env.LOG_LEVEL);
  const catalog = loadCatalogQuestionnaires(catalogDir);
  const usualTerms = loadUsualTerms(`${catalogDir}/terms.yaml`);
  const plan = loadPlan(`${catalogDir}/plan-h27.yaml`);
  const connection = connect(env.DATABASE_URL, { onFatal: (error) => dieOf(error, log) });
  const { db } = connection;
  await migrateToLatest(db);
  await storeCatalogPlan(db, { plan, isDemo: false });
  if (!hasDemo && (await listPlans(db)).some(({ isDemo }) => isDemo)) {
    throw new Error(
      'このデータベースにはデモが入っています。本番では別のデータベースを DATABASE_URL で指定してください ' +
        '(this database holds the demo; name another one in DATABASE_URL).',
    );
  }
  if (hasDemo) await loadDemo(db, { plan, catalog, usualTerms, now: new Date() });

  const now = () => new Date();
  const mixer = createMixer({ db, log });
  const eraser = createEraser({ db, log });
  const roundClock = createRoundClock({ db, mixer, eraser, log, now });
  const secrets = createSecrets(loadMasterSecret(env.KOEBAKO_SECRET, env.DATA_DIR));
  const codeMaker = createCodeMaker({ db, secrets, log });
  // A restored database may be about to make codes that were used since: they must be there to be ended again.
  codeMaker.nudge();
  await codeMaker.drain();
  await moveFormerLog(env);
  const usedCodes = await openUsedCodeLog({ db, file: env.USED_CODE_LOG, log, isLost: isCodeLogLost });
  const services: WebServices = {
    db,
    secrets,
    acceptance: createAcceptance({
      db,
      now,
      onAccepted: mixer.nudge,
      // The answers are safe in the database by now; a log that cannot be written must not undo that.
      onCodesUsed: (notes) =>
        usedCodes.append(notes).catch((error) => log.error({ err: error }, 'used codes could not be noted')),
      onCommitInDoubt: () =>
        usedCodes.catchUp().catch((error) => log.error({ err: error }, 'used codes could not be noted')),
    }),
    mixer,
    roundClock,
    liveHub: createLiveHub({ db, log }),
    loginThrottle: createLoginThrottle(),
    codeThrottle: createCodeThrottle(),
    codeMaker,
    usedCodes,
    eraser,
    publicOrigin: env.ORIGIN ?? null,
    officeOrigin: (env.STAFF_PORT === undefined ? env.ORIGIN : env.STAFF_ORIGIN) ?? null,
    catalog,
    usualTerms,
    eStat: createEStatClient({ appId: env.ESTAT_APP_ID, apiUrl: env.ESTAT_API_URL }),
    log,
    isSecure: env.ORIGIN?.startsWith('https:') ?? false,
    hasDemo,
    hasFourEyes: env.FOUR_EYES,
    now,
  };
  mixer.nudge(new Set((await listRounds(db, { state: 'open' })).map(({ id }) => id)));

  await eraser.start();
  roundClock.start();

  const build: ServerBuild = await import(pathToFileURL(resolve(buildFile)).href);
  const servers = await listenAll(build, services, env);
  announce(servers, hasDemo);

  const stop = async () => {
    services.liveHub.close();
    const closed = servers.map(({ server }) => once(server, 'close'));
    for (const { server } of servers) {
      server.close();
      server.closeIdleConnections();
    }
    await roundClock.stop();
    await eraser.stop();
    await services.acceptance.drain();
    await mixer.drain();
    await codeMaker.drain();
    setTimeout(() => {
      for (const { server } of servers) server.closeAllConnections();
    }, 2000).unref();
    await Promise.all(closed);
    await connection.close();
  };
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, () => void stop().then(() => process.exit(0)));
  }
}

/** The log of used codes once lay in the data folder, where restoring a backup put an old one back. */
async function moveFormerLog({ DATA_DIR, USED_CODE_LOG }: Env): Promise<void> {
  const former = join(DATA_DIR, 'used-codes.log');
  if (!existsSync(former) || existsSync(USED_CODE_LOG)) return;
  // Copied first: the two may lie on different volumes.
  await mkdir(dirname(USED_CODE_LOG), { recursive: true });
  await copyFile(former, `${USED_CODE_LOG}.moving`);
  await rename(`${USED_CODE_LOG}.moving`, USED_CODE_LOG);
  await rm(former);
}

/** A failed write to disk must not be answered for, whoever tried it: stop at once. */
function dieOf(error: unknown, log: Log): never {
  log.fatal({ err: error }, 'the database cannot be written safely; stopping');
  process.exit(1);
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

function announce(servers: readonly Listening[], hasDemo: boolean): void {
  const originOf = (zone: ListenerZone) =>
    servers.find((server) => server.zone === zone || server.zone === 'all')?.origin ?? '';
  console.log(`\n声箱 Koebako: ${originOf('public')}`);
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
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
}
