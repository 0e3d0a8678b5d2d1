import { join } from 'node:path';
import { loadDemo } from '#app/demo/load-demo.ts';
import type { Env } from '#app/env.ts';
import { type Acceptance, createAcceptance } from '#app/fielding/accept/acceptance.ts';
import { makeCode } from '#app/fielding/codes/access-codes.ts';
import { createCodeMaker } from '#app/fielding/codes/code-maker.ts';
import { createUsedCodeLog } from '#app/fielding/codes/used-code-log.ts';
import { createMixer } from '#app/fielding/mix/mixer.ts';
import { openWard } from '#app/fielding/open-ward.ts';
import { randomness as randomnessOfSystem } from '#app/fielding/randomness.ts';
import { createEraser } from '#app/fielding/rounds/eraser.ts';
import { createRoundClock } from '#app/fielding/rounds/round-clock.ts';
import { createSecrets, loadMasterSecret, secretFileIn } from '#app/fielding/secrets.ts';
import type { Services } from '#app/fielding/services.ts';
import { storeWardPlans } from '#app/fielding/store-plans.ts';
import { createLiveHub } from '#app/fielding/watch/live-hub.ts';
import { migrateDatabase } from '#app/migrate-database.ts';
import { warnOfOpenFiles } from '#app/open-files.ts';
import { createEStatClient } from '#app/outside/e-stat/e-stat.ts';
import { readSheet } from '#app/outside/sheets/read-sheet.ts';
import { createCodeThrottle } from '#app/web/code-throttle.ts';
import { createLog, type Log } from '#app/web/log.ts';
import { createLoginThrottle } from '#app/web/log-in/login-throttle.ts';
import type { WebServices } from '#app/web/services.ts';
import { type Connection, connect } from '#db/connect.ts';
import { hasDemoPlan } from '#db/queries/plan.ts';
import { listRounds } from '#db/queries/round.ts';
import type { Randomness } from '#db/randomness.ts';

/** How the process was started, and what takes the place of a usual part. */
interface Given {
  /** An open database, which the caller closes. `DATABASE_URL` is opened where none is given. */
  readonly connection?: Connection;
  readonly now?: () => Date;
  readonly randomness?: Randomness;
  /** Whether the log of used codes is given up for lost. */
  readonly isCodeLogLost?: boolean;
  /** Hears that the disk or the file is at fault; the usual one ends the process. */
  readonly onFatal?: (error: unknown) => void;
}

/** Everything that a process of Koebako consists of, wired and at rest. */
export interface Composition {
  readonly services: WebServices;
  readonly connection: Connection;
  /**
   * Does what comes before anybody may be answered (a whole secret, codes that are due, those used since a
   * backup), then lets clock and eraser run.
   * @throws {Error} when the secret is not whole, or letters are out and the log of used codes is not there
   */
  readonly start: () => Promise<void>;
  /** Finishes what was begun and lets nothing run of its own accord; the connection stays open. */
  readonly stop: () => Promise<void>;
}

/**
 * Makes and wires every part, for server, commands and tests alike. Before `start` nothing runs, and nothing but
 * the database is opened: secret and catalogue are read when they are first asked for.
 */
export function createServices(env: Env, given: Given = {}): Composition {
  const { now = () => new Date(), randomness = randomnessOfSystem, isCodeLogLost = false } = given;
  const log = createLog(env.LOG_LEVEL);
  const onFatal = given.onFatal ?? ((error: unknown) => dieOf(error, log));
  const connection = given.connection ?? connect(env.DATABASE_URL, { onFatal });
  const { db } = connection;
  const secrets = lazily(() => createSecrets(loadMasterSecret(env.KOEBAKO_SECRET, env.DATA_DIR)));
  const wardCatalog = lazily(() => openWard(env.WARD));
  const basics = { ...settingsOf(env), db, log, now, randomness };
  const mixer = createMixer(basics);
  const eraser = createEraser(basics);
  const usedCodes = createUsedCodeLog({ ...basics, ...codeLogFilesOf(env), isLost: isCodeLogLost });
  const services: WebServices = {
    ...basics,
    mixer,
    eraser,
    usedCodes,
    readSheet,
    acceptance: wireAcceptance({ ...basics, mixer, usedCodes }),
    roundClock: createRoundClock({ ...basics, mixer, eraser }),
    codeMaker: createCodeMaker({ ...basics, hashOf: (letter) => makeCode(secrets(), letter).codeHash }),
    liveHub: createLiveHub(basics),
    loginThrottle: createLoginThrottle(),
    codeThrottle: createCodeThrottle(),
    eStat: createEStatClient({ appId: env.ESTAT_APP_ID, apiUrl: env.ESTAT_API_URL }),
    get secrets() {
      return secrets();
    },
    get ward() {
      return wardCatalog().ward;
    },
    get plans() {
      return wardCatalog().plans;
    },
    get catalog() {
      return wardCatalog().questionnaires;
    },
    get usualTerms() {
      return wardCatalog().usualTerms;
    },
  };
  const startAll = async () => {
    // A secret that is not whole must be told now, not by the first visitor.
    secrets();
    await start(services);
    warnOfOpenFiles([...connection.files, secretFileIn(env.DATA_DIR), env.USED_CODE_LOG], log);
  };
  return { services, connection, start: startAll, stop: () => stop(services) };
}

/** Answers wake the mixer, and the codes they used up are noted before anybody is told that they are accepted. */
function wireAcceptance(
  parts: Pick<Services, 'db' | 'now' | 'randomness' | 'log' | 'mixer' | 'usedCodes'>,
): Acceptance {
  const { db, now, randomness, log, mixer, usedCodes } = parts;
  return createAcceptance({
    db,
    now,
    newId: randomness.newId,
    onAccepted: mixer.nudge,
    // The answers are safe in the database by now; a log that cannot be written must not undo that.
    onCodesUsed: (notes) =>
      usedCodes.append(notes).catch((error) => log.error({ err: error }, 'used codes could not be noted')),
    onCommitInDoubt: () =>
      usedCodes.catchUp().catch((error) => log.error({ err: error }, 'used codes could not be noted')),
  });
}

/** A part that is made when it is first asked for, and once. */
function lazily<Part extends object>(make: () => Part): () => Part {
  let made: Part | undefined;
  return () => {
    made ??= make();
    return made;
  };
}

/** What the environment says about the way to the server and the rules of the house. */
const settingsOf = ({ ORIGIN, STAFF_PORT, STAFF_ORIGIN, FOUR_EYES }: Env) => ({
  publicOrigin: ORIGIN ?? null,
  officeOrigin: (STAFF_PORT === undefined ? ORIGIN : STAFF_ORIGIN) ?? null,
  isSecure: ORIGIN?.startsWith('https:') ?? false,
  hasFourEyes: FOUR_EYES,
});

const codeLogFilesOf = ({ USED_CODE_LOG, DATA_DIR }: Env) => ({
  file: USED_CODE_LOG,
  // In the data folder, where it once lay, restoring a backup put an old one back.
  formerFile: join(DATA_DIR, 'used-codes.log'),
});

/** Nothing more may be promised on a faulty disk: stop at once; a supervisor starts anew. */
function dieOf(error: unknown, log: Log): never {
  log.fatal({ err: error }, 'the database cannot be written safely; stopping');
  process.exit(1);
}

/**
 * Brings the database to the newest version, with the ward's plans in it and, where it is shown, the demo.
 * @throws {StartError} when a newer version of the software has used the database, or the ward's folder cannot be
 * used or does not fit what the database holds
 * @throws {Error} when the database holds a demo that is not to be shown
 */
export async function prepareDatabase(
  { services, connection }: Pick<Composition, 'services' | 'connection'>,
  { hasDemo }: { readonly hasDemo: boolean },
): Promise<void> {
  const { db, ward, plans, catalog, usualTerms, log, now } = services;
  // The catalogue is read by now as well: what is wrong in it must be told before the database is changed.
  await migrateDatabase(connection);
  await storeWardPlans({ db, ward, plans, log });
  if (!hasDemo && (await hasDemoPlan(db))) {
    throw new Error(
      'このデータベースにはデモが入っています。本番では別のデータベースを DATABASE_URL で指定してください ' +
        '(this database holds the demo; name another one in DATABASE_URL).',
    );
  }
  if (!hasDemo) return;
  for (const plan of plans.filter(({ id }) => id === ward.demoPlan)) {
    await loadDemo(db, { plan, catalog, usualTerms, now: now() });
  }
}

async function start(services: Services): Promise<void> {
  const { db, codeMaker, usedCodes, mixer, eraser, roundClock } = services;
  // A restored database may be about to make codes that were used since: they must be there to be ended again.
  codeMaker.nudge();
  await codeMaker.drain();
  await usedCodes.open();
  mixer.nudge(new Set((await listRounds(db, { state: 'open' })).map(({ id }) => id)));
  await eraser.start();
  roundClock.start();
}

async function stop(services: Services): Promise<void> {
  await services.liveHub.close();
  await services.roundClock.stop();
  await services.eraser.stop();
  await services.acceptance.drain();
  await services.mixer.stop();
  await services.codeMaker.drain();
  await services.usedCodes.stop();
}
