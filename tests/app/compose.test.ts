import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type Composition, createServices, prepareDatabase } from '#app/compose.ts';
import { parseEnv } from '#app/env.ts';
import { migrateToLatest } from '#db/migrate.ts';
import { listPlans } from '#db/queries/plan.ts';
import { listResponses } from '#db/queries/response.ts';
import { findRound } from '#db/queries/round.ts';
import { storeCatalogPlan } from '#db/store-catalog-plan.ts';
import { demoPlan } from '#surveys/plan/demo-plan.ts';
import { acceptMany, makeSubmission, randomness, storeRound } from '#tests/db/round-fixture.ts';
import { now, opensAt, plan } from '#tests/helpers/make-round.ts';

let folder: string;
let composition: Composition | undefined;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'koebako-compose-'));
});
afterEach(async () => {
  vi.useRealTimers();
  await composition?.stop();
  await composition?.connection.close();
  composition = undefined;
  await rm(folder, { recursive: true });
});

/** What `npm run serve` would be made of with its data in the folder. */
function compose(
  given: Parameters<typeof createServices>[1] = {},
  settings: Readonly<Record<string, string>> = {},
): Composition {
  const env = parseEnv({ DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent', ...settings });
  composition = createServices(env, { now: () => new Date(now), ...given });
  return composition;
}

async function composePrepared(...of: Parameters<typeof compose>): Promise<Composition> {
  const made = compose(...of);
  await prepareDatabase(made, { hasDemo: false });
  return made;
}

const filesOf = async (path: string) => (await readdir(path)).map((name) => name.replace(/-(shm|wal)$/, ''));

describe('services at rest', () => {
  it('leave no file but the database, so that a command changes nothing else', async () => {
    const { services } = compose();
    await migrateToLatest(services.db);
    expect(new Set(await filesOf(join(folder, 'data')))).toEqual(new Set(['koebako.db']));
    expect(await readdir(folder)).toEqual(['data']);
  });

  it('make the secret when it is first asked for, and once', async () => {
    const { services } = compose();
    const { secrets } = services;
    expect(await readdir(join(folder, 'data'))).toContain('secret.key');
    expect(services.secrets).toBe(secrets);
  });

  it('move no round by its dates and mix no answers', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    const { services } = await composePrepared();
    const due = await storeRound(services.db, { state: 'approved', opensAt });
    const filled = await storeRound(services.db);
    await acceptMany(services.db, filled, 10);
    expect(vi.getTimerCount()).toBe(0);
    await services.mixer.stop();
    expect((await findRound(services.db, due.id))?.state).toBe('approved');
    expect(await listResponses(services.db, filled.id)).toEqual([]);
  });

  it('note no used code in a log that was not read', async () => {
    const { services } = await composePrepared();
    const note = { roundId: 'r', codeHash: 'hash', state: 'used' } as const;
    await expect(services.usedCodes.append([note])).rejects.toThrow(/not opened/);
    await expect(services.usedCodes.catchUp()).rejects.toThrow(/not opened/);
    expect(await readdir(folder)).toEqual(['data']);
  });
});

describe('starting', () => {
  it('opens what is due, mixes what an earlier process left, and begins the log of used codes', async () => {
    const { services, start, stop } = await composePrepared();
    const due = await storeRound(services.db, { state: 'approved', opensAt });
    const left = await storeRound(services.db);
    await acceptMany(services.db, left, 10);
    await start();
    await stop();
    expect((await findRound(services.db, due.id))?.state).toBe('open');
    expect(await listResponses(services.db, left.id)).toHaveLength(10);
    expect(await readFile(join(folder, 'data-used-codes.log'), 'utf8')).toMatch(/^# \S+\n$/);
  });

  it('takes the log of used codes out of the data folder, where it once lay', async () => {
    const { start } = await composePrepared();
    await writeFile(join(folder, 'data', 'used-codes.log'), '# former\nround hash used\n');
    await start();
    expect(await readFile(join(folder, 'data-used-codes.log'), 'utf8')).toContain('round hash used');
    expect(await readdir(join(folder, 'data'))).not.toContain('used-codes.log');
  });

  it('is refused by a secret that is not whole, before anything runs', async () => {
    await mkdir(join(folder, 'data'));
    await writeFile(join(folder, 'data', 'secret.key'), 'half a sec');
    const { start } = await composePrepared();
    await expect(start()).rejects.toThrow(/secret\.key/);
    expect(await readdir(folder)).toEqual(['data']);
  });
});

describe('stopping', () => {
  it('finishes what was handed in, and leaves the connection to its owner', async () => {
    const { services, start, stop } = await composePrepared();
    const round = await storeRound(services.db);
    await start();
    const submitted = Array.from({ length: 12 }, () => services.acceptance.submit(makeSubmission(round)));
    await stop();
    expect(await Promise.all(submitted)).toEqual(Array.from({ length: 12 }, () => 'accepted'));
    expect(await listResponses(services.db, round.id)).toHaveLength(12);
  });

  it('leaves no timer behind', async () => {
    const { services, start, stop } = await composePrepared();
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setInterval', 'clearInterval'] });
    await start();
    services.liveHub.watch('round', () => undefined);
    // The clock of rounds, the log of used codes, and the watched round.
    await vi.waitUntil(() => vi.getTimerCount() === 3, 3_000);
    await stop();
    expect(vi.getTimerCount()).toBe(0);
  });
});

describe('what a test hands in', () => {
  it('takes the place of chance and clock', async () => {
    let nIds = 0;
    const newId = () => {
      nIds += 1;
      return `id-${nIds}`;
    };
    const { services, start, stop } = await composePrepared({ randomness: { ...randomness, newId } });
    const round = await storeRound(services.db);
    await start();
    for (let n = 0; n < 10; n += 1) await services.acceptance.submit(makeSubmission(round));
    await stop();
    const responses = await listResponses(services.db, round.id);
    expect(responses.map(({ id }) => id)).toEqual(Array(10).fill(expect.stringMatching(/^id-\d+$/)));
    const days = await services.db.selectFrom('day_count').select('day').distinct().execute();
    expect(days).toEqual([{ day: '2026-11-22' }]);
  });

  it('may be an open connection', async () => {
    const { connection } = await composePrepared();
    const other = createServices(parseEnv({ DATA_DIR: join(folder, 'other') }), { connection });
    expect(other.connection).toBe(connection);
    expect(await listPlans(other.services.db)).toHaveLength(1);
    expect(await readdir(folder)).toEqual(['data']);
  });
});

describe('prepareDatabase', () => {
  it('migrates a fresh database and stores the plan of the ward', async () => {
    const { services } = await composePrepared();
    expect(await listPlans(services.db)).toMatchObject([{ plan: { id: plan.id }, isDemo: false }]);
  });

  it('stores every plan of the ward that WARD names, however often', async () => {
    const made = await composePrepared({}, { WARD: 'tests/fixtures/wards/minatodai' });
    await prepareDatabase(made, { hasDemo: false });
    const { services } = made;
    expect(await listPlans(services.db)).toMatchObject([
      { plan: { id: 'minatodai-r4' }, isDemo: false },
      { plan: { id: 'minatodai-r7' }, isDemo: false },
    ]);
    expect(services.ward.office).toBe('みなと台区役所');
    expect(services.catalog.recipes.map(({ minutes }) => minutes)).toEqual([2]);
    expect(services.usualTerms.residents.contact.en).toBe('Minatodai ward office, Planning Section');
  });

  it.each([
    ['atlantis', 'no_folder', 'surveys/catalog/atlantis'],
    ['/nowhere', 'no_folder', '/nowhere'],
    ['./tests', 'no_ward_file', 'tests/ward.yaml'],
  ])('refuses WARD=%s before the database is changed', async (WARD, fault, file) => {
    const made = compose({}, { WARD });
    await expect(prepareDatabase(made, { hasDemo: false })).rejects.toMatchObject({
      problem: { kind: 'catalog', fault, file },
    });
    expect(await made.connection.db.introspection.getTables()).toEqual([]);
  });

  it('refuses a database that holds a demo where none is to be shown', async () => {
    const made = await composePrepared();
    await storeCatalogPlan(made.services.db, { plan: demoPlan(plan), isDemo: true });
    await expect(prepareDatabase(made, { hasDemo: false })).rejects.toThrow(/デモが入っています/);
  });
});
