import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { loadRoundResults } from '#app/fielding/results/load-round-results.ts';
import * as records from '#app/routes/staff/records.tsx';
import type { Role } from '#db/queries/account.ts';
import { listAuditEntries } from '#db/queries/audit.ts';
import { insertRound } from '#db/queries/round.ts';
import { nResponses } from '#db/queries/tally.ts';
import { loadCatalogQuestionnaires } from '#surveys/catalog/load-questionnaires.ts';
import { composeQuestionnaire } from '#surveys/questionnaire/compose.ts';
import type { Round } from '#surveys/round/round.ts';
import { useOffice } from '#tests/app/routes/staff/office-context.ts';
import { asServed } from '#tests/helpers/as-served.ts';
import { makeRound, plan } from '#tests/helpers/make-round.ts';

const loader = asServed('/staff/rounds/:round/records', records.loader);
const action = asServed('/staff/rounds/:round/records', records.action);

const getOffice = useOffice();
const db = () => getOffice().context().services.db;

const catalog = loadCatalogQuestionnaires('surveys/catalog/konohana');
const recipe = catalog.recipes.find(({ id }) => id === 'ward-records');
if (!recipe) throw new Error('the catalogue has no questionnaire for the records of the ward');
const questionnaire = composeQuestionnaire(recipe, catalog.blocks);

async function storeRecords(changes: Partial<Round> = {}): Promise<Round> {
  const round = makeRound({ audience: 'ward-records', design: 'census', questionnaire, ...changes });
  await insertRound(db(), round);
  return round;
}

interface Entry {
  readonly values: readonly [a: string, b: string];
  readonly key?: string;
  readonly role?: Role;
}

/** What posting the two figures leads to: a status, and what comes back with it. */
async function enter(round: Round, { values: [a, b], key = randomUUID(), role = 'staff' }: Entry) {
  const { context, request } = getOffice();
  const form = new URLSearchParams({ 'q1-3-a': a, 'q1-3-b': b, _key: key });
  try {
    const args = { request: request('/', role), params: { round: round.id }, context: context({ form }) };
    const { data, init } = await action(args);
    return { status: init?.status, data };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return { status: thrown.status, data: undefined };
  }
}

const figuresOf = async (round: Round) =>
  (await loadRoundResults({ db: db() }, { plan, round })).indicators.map(({ result }) => result.display);

const nEntries = async (round: Round) =>
  (await listAuditEntries(db(), { limit: 100 })).filter(
    (entry) => entry.action === 'records.entered' && entry.object?.id === round.id,
  ).length;

describe('the page for records of the ward', () => {
  it('is closed to other roles', async () => {
    const round = await storeRecords();
    expect((await enter(round, { values: ['3', '1'], role: 'manager' })).status).toBe(403);
    const { context, request } = getOffice();
    const args = { request: request('/', 'manager'), params: { round: round.id }, context: context() };
    await expect(loader(args)).rejects.toMatchObject({ status: 403 });
    expect(await nResponses(db(), round.id)).toBe(0);
  });

  it('puts a figure in place of the one before, and writes down every entry', async () => {
    const round = await storeRecords();
    expect((await enter(round, { values: ['3', '1'] })).status).toBe(303);
    expect(await figuresOf(round)).toEqual(['3', '1']);
    await enter(round, { values: ['5', '1'] });
    await enter(round, { values: ['5', '1'] });
    expect(await figuresOf(round)).toEqual(['5', '1']);
    expect(await nResponses(db(), round.id)).toBe(1);
    expect(await nEntries(round)).toBe(3);
  });

  it('takes a form that is sent twice for one entry, also after another one', async () => {
    const round = await storeRecords();
    const first: Entry = { values: ['3', '1'], key: randomUUID() };
    await Promise.all([enter(round, first), enter(round, first)]);
    await enter(round, { values: ['5', '2'] });
    await enter(round, first);
    expect(await figuresOf(round)).toEqual(['5', '2']);
    expect(await nEntries(round)).toBe(2);
  });

  it('takes one of two entries that come at the same moment', async () => {
    const round = await storeRecords();
    await Promise.all([enter(round, { values: ['3', '1'] }), enter(round, { values: ['5', '2'] })]);
    expect([
      ['3', '1'],
      ['5', '2'],
    ]).toContainEqual(await figuresOf(round));
    expect(await nEntries(round)).toBe(2);
  });

  it('leaves the figures as they are where one is refused, and gives back what was typed', async () => {
    const round = await storeRecords();
    await enter(round, { values: ['3', '1'] });
    const { status, data } = await enter(round, { values: ['5', '-1'] });
    expect(status).toBe(400);
    expect(data).toMatchObject({
      values: { 'q1-3-a': ['5'], 'q1-3-b': ['-1'] },
      errors: [{ questionId: 'q1-3-b', error: { code: 'below_minimum' } }],
    });
    expect(await figuresOf(round)).toEqual(['3', '1']);
    expect(await nEntries(round)).toBe(1);
  });

  it('takes nothing once the round is closed', async () => {
    const round = await storeRecords({ state: 'closed' });
    expect((await enter(round, { values: ['3', '1'] })).status).toBe(303);
    expect(await nResponses(db(), round.id)).toBe(0);
  });
});
