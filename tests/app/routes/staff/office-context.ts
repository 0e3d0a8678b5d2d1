import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AppLoadContext } from '@remix-run/node';
import { afterAll, beforeAll } from 'vitest';
import { createAcceptance } from '#app/fielding/accept/acceptance.ts';
import { createMixer } from '#app/fielding/mix/mixer.ts';
import { createEraser } from '#app/fielding/rounds/eraser.ts';
import { createRoundClock } from '#app/fielding/rounds/round-clock.ts';
import { createSecrets, randomToken } from '#app/fielding/secrets.ts';
import { createLiveHub } from '#app/fielding/watch/live-hub.ts';
import { createLog } from '#app/web/log.ts';
import { sessionCookie } from '#app/web/log-in/session-cookie.ts';
import { type Connection, connect } from '#db/connect.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { type Role, roles, upsertAccount } from '#db/queries/account.ts';
import { insertSession } from '#db/queries/session.ts';
import { storeCatalogPlan } from '#db/store-catalog-plan.ts';
import { loadPlan } from '#surveys/catalog/load-plan.ts';
import { loadCatalogQuestionnaires } from '#surveys/catalog/load-questionnaires.ts';
import { loadUsualTerms } from '#surveys/catalog/load-terms.ts';

const catalogDir = 'surveys/catalog/konohana';

export const startOfTests = '2026-11-22T03:00:00.000Z';

/** An office with a clerk, a manager and an admin, whose routes can be called with real requests. */
export interface Office {
  readonly context: (form?: URLSearchParams) => AppLoadContext;
  /** A request as the account of a role sends it; as a stranger without one. */
  readonly request: (path: string, role?: Role) => Request;
  readonly setNow: (instant: string) => void;
}

/** Opens an office on a fresh SQLite database for one test file. */
export function useOffice(): () => Office {
  let office: Office | undefined;
  let connection: Connection;
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'koebako-office-'));
    connection = connect(`sqlite:${join(folder, 'test.db')}`);
    office = await openOffice(connection);
  });
  afterAll(async () => {
    await connection.close();
    await rm(folder, { recursive: true });
  });
  return () => {
    if (!office) throw new Error('the office is open only while tests run');
    return office;
  };
}

async function openOffice({ db }: Connection): Promise<Office> {
  await migrateToLatest(db);
  await storeCatalogPlan(db, { plan: loadPlan(`${catalogDir}/plan-h27.yaml`), isDemo: false });
  let instant = startOfTests;
  const now = () => new Date(instant);
  const log = createLog('silent');
  const mixer = createMixer({ db, log });
  const eraser = createEraser({ db, log });
  const secrets = createSecrets('a secret that only the tests know, long enough');
  const acceptance = createAcceptance({
    ...{ db, now, onAccepted: mixer.nudge },
  });
  const services = {
    ...{ db, log, acceptance, mixer, secrets, now, hasDemo: false, hasFourEyes: true, isSecure: false },
    roundClock: createRoundClock({ db, mixer, eraser, log, now }),
    liveHub: createLiveHub({ db, log }),
    catalog: loadCatalogQuestionnaires(catalogDir),
    usualTerms: loadUsualTerms(`${catalogDir}/terms.yaml`),
  };
  const cookies = new Map<Role, string>();
  for (const role of roles) {
    const account = { id: role, name: role, displayName: `${role}さん`, role, isDisabled: false };
    await upsertAccount(db, { ...account, passwordHash: '' });
    const token = randomToken();
    await insertSession(db, {
      ...{ tokenHash: secrets.sessionHash(token), accountId: role },
      ...{ createdAt: instant, lastSeenAt: instant, expiresAt: '2099-01-01T00:00:00.000Z' },
      ...{ device: 'unknown', addressClass: 'unknown' },
    });
    cookies.set(role, await sessionCookie(false).serialize(token));
  }
  return {
    // The services that these routes use; the others would start servers of their own.
    context: (form = new URLSearchParams()) => ({ services, form }) as unknown as AppLoadContext,
    request: (path, role) =>
      new Request(`http://localhost${path}`, { headers: { Cookie: (role && cookies.get(role)) ?? '' } }),
    setNow: (next) => {
      instant = next;
    },
  };
}
