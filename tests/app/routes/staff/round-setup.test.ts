import type { ActionFunctionArgs } from '@remix-run/node';
import { describe, expect, it } from 'vitest';
import { loadSetup } from '#app/fielding/rounds/load-setup.ts';
import { setupProblemWords } from '#app/i18n/ja/setup.ts';
import * as approval from '#app/routes/manager/approval.tsx';
import * as start from '#app/routes/resident/start.tsx';
import * as newRound from '#app/routes/staff/new-round.tsx';
import * as roundPage from '#app/routes/staff/round.tsx';
import * as preview from '#app/routes/staff/round-preview.tsx';
import * as setup from '#app/routes/staff/round-setup.tsx';
import type { Role } from '#db/queries/account.ts';
import { listAuditEntries } from '#db/queries/audit.ts';
import { getRound } from '#db/queries/round.ts';
import { storeCatalogPlan } from '#db/store-catalog-plan.ts';
import { loadPlan } from '#surveys/catalog/load-plan.ts';
import { demoPlan } from '#surveys/plan/demo-plan.ts';
import { toJapaneseTime } from '#surveys/round/japanese-time.ts';
import { mapTerms } from '#surveys/round/term-wording.ts';
import { type Locale, locales } from '#surveys/text.ts';
import { startOfTests, useOffice } from '#tests/app/routes/staff/office-context.ts';
import { asServed } from '#tests/helpers/as-served.ts';

const getOffice = useOffice();
const showPreview = asServed('/staff/rounds/:round/preview', preview.loader);

type Fields = Readonly<Record<string, string>>;
type Params = Readonly<Record<string, string>>;
const actions = {
  '/staff/rounds/new': newRound.action,
  '/staff/rounds/:round': roundPage.action,
  '/staff/rounds/:round/setup/:step': setup.action,
  '/manager/rounds/:round/approval': approval.action,
};

/** What an action answers: a thrown or returned response's status and address, or data and its status. */
async function post(path: keyof typeof actions, params: Params, fields: Fields, role?: Role) {
  const { context, request } = getOffice();
  const args = {
    request: request('/', role),
    params,
    context: context({ form: new URLSearchParams(fields) }),
  };
  try {
    const answer = await asServed(path, async (served: ActionFunctionArgs) => actions[path](served))(args);
    if (!answer) throw new Error(`${path} answered nothing`);
    return { status: answer.init?.status ?? 200, location: null, data: answer.data };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return { status: thrown.status, location: thrown.headers.get('Location'), data: undefined };
  }
}

const db = () => getOffice().services.db;

async function makeDraft(questionnaireId = 'residents'): Promise<string> {
  const { status, location } = await post('/staff/rounds/new', {}, { questionnaireId }, 'staff');
  expect(status).toBe(303);
  return location?.split('/')[3] ?? '';
}

const step = (round: string, name: string, fields: Fields, role: Role = 'staff') =>
  post('/staff/rounds/:round/setup/:step', { round, step: name }, fields, role);

/** A round of letters as quickly as it goes, with its approval asked for. */
async function requestApproval(): Promise<string> {
  const round = await makeDraft();
  const plan = { share: '50', halfWidth: '3', responseRate: '35', source: '台帳', asOf: '2026-10-01' };
  await step(round, 'frame', { ...plan, populationSize: '65000', nIssued: '1500' });
  const { status } = await step(round, 'summary', { action: 'request', note: 'お願いします' });
  expect(status).toBe(303);
  return round;
}

const decide = (round: string, fields: Fields, role: Role = 'manager') =>
  post('/manager/rounds/:round/approval', { round }, fields, role);

describe('who may prepare and approve a round', () => {
  it('refuses a manager the preparation and a clerk the approval', async () => {
    const round = await makeDraft();
    expect((await step(round, 'frame', {}, 'manager')).status).toBe(403);
    expect((await decide(round, { action: 'approve' }, 'staff')).status).toBe(403);
    expect((await post('/staff/rounds/new', {}, { questionnaireId: 'residents' }, 'manager')).status).toBe(
      403,
    );
  });

  it('leads a stranger to the log-in', async () => {
    const { status, location } = await post(
      '/staff/rounds/:round/setup/:step',
      { round: 'any', step: 'frame' },
      {},
    );
    expect([status, location]).toEqual([302, '/login?next=%2F']);
  });

  it('shows the preview to managers, too', async () => {
    const round = await makeDraft();
    const { request, context } = getOffice();
    for (const role of ['staff', 'manager'] as const) {
      const args = { request: request('/?lang=en&screen=99', role), params: { round }, context: context() };
      expect(await showPreview(args)).toMatchObject({ screen: 0 });
    }
  });
});

describe('preparing a round', () => {
  it('makes a draft that is complete but for the number of letters', async () => {
    const round = await getRound(db(), await makeDraft());
    expect(round).toMatchObject({
      state: 'draft',
      title: '令和8年度 此花区 区民アンケート',
      fiscalYear: 2026,
      access: 'code',
      design: 'probability',
      opensAt: '2026-12-06T00:00:00.000Z',
      closesAt: '2027-01-03T14:59:00.000Z',
    });
    const refused = await step(round.id, 'summary', { action: 'request' });
    expect(refused).toMatchObject({ status: 409, data: { kind: 'refused' } });
  });

  it('answers 400 for a questionnaire and 404 for a step it does not know', async () => {
    expect((await post('/staff/rounds/new', {}, { questionnaireId: 'none' }, 'staff')).status).toBe(400);
    expect((await step(await makeDraft(), 'nowhere', {})).status).toBe(404);
  });

  it('derives audience, way in, design and usual dates from how people are reached', async () => {
    const id = await makeDraft();
    await step(id, 'audience', { mode: 'kiosk', reminder: 'unused' });
    const round = await getRound(db(), id);
    expect(round).toMatchObject({
      ...{ audience: 'visitors', access: 'open', design: 'self-selected', reminder: 'everyone' },
      opensAt: '2026-11-23T00:00:00.000Z',
      terms: { paperKeptUntil: '2027-03-21', responsesKeptUntil: '2031-12-21' },
    });
    expect(round.questionnaire.audience).toBe('visitors');
    expect((await step(id, 'audience', { mode: 'shoppers' })).status).toBe(400);
  });

  it('leaves strata behind, and asks for the numbers again, when letters are no longer the way', async () => {
    const id = await makeDraft();
    const plan = { share: '50', halfWidth: '3', responseRate: '35', source: '台帳', asOf: '2026-10-01' };
    const strata = { 'stratum-name-0': '北', 'stratum-population-0': '65000', 'stratum-issued-0': '1500' };
    await step(id, 'frame', { ...plan, ...strata });
    expect((await getRound(db(), id)).frame?.strata).toMatchObject([{ population: 65000 }]);
    await step(id, 'audience', { mode: 'link', reminder: 'everyone' });
    const round = await getRound(db(), id);
    expect(round.frame).toBeNull();
    expect((await loadSetup(getOffice().services, round)).setup.savedSteps).toEqual(['audience']);
  });

  it('recomposes the questionnaire for the indicators chosen', async () => {
    const id = await makeDraft();
    const before = await getRound(db(), id);
    const fields = { title: '短い調査', planId: before.planId, fiscalYear: '2026', layout: 'single' };
    const { location } = await step(id, 'questionnaire', { ...fields, indicatorIds: '1-1' });
    expect(location).toBe(`/staff/rounds/${id}/setup/audience`);
    const after = await getRound(db(), id);
    expect(after.questionnaire.measurements.map(({ indicator }) => indicator)).toEqual(['1-1']);
    expect(after.questionnaireHash).not.toBe(before.questionnaireHash);
    expect((await step(id, 'questionnaire', { ...fields, planId: 'none', indicatorIds: '1-1' })).status).toBe(
      400,
    );
  });

  it('is a demo exactly as long as the plan it belongs to is one', async () => {
    const id = await makeDraft();
    const { planId, title } = await getRound(db(), id);
    const plan = demoPlan(loadPlan('surveys/catalog/konohana/plan-h27.yaml'));
    await storeCatalogPlan(db(), { plan, isDemo: true });
    const fields = { title, fiscalYear: '2026', layout: 'pages', indicatorIds: '1-1' };
    await step(id, 'questionnaire', { ...fields, planId: plan.id });
    expect(await getRound(db(), id)).toMatchObject({ planId: plan.id, isDemo: true });
    await step(id, 'questionnaire', { ...fields, planId });
    expect(await getRound(db(), id)).toMatchObject({ planId, isDemo: false });
  });

  it('needs the number of organisations, since all of them are asked', async () => {
    const id = await makeDraft('organisations');
    const refused = await step(id, 'summary', { action: 'request' });
    expect([refused.status, JSON.stringify(refused.data)]).toEqual([
      409,
      expect.stringContaining('団体の数'),
    ]);
    expect((await step(id, 'frame', {})).status).toBe(400);
    expect((await step(id, 'frame', { populationSize: '20' })).status).toBe(303);
    const round = await getRound(db(), id);
    expect(round).toMatchObject({ populationSize: 20, nIssued: 20, design: 'census', frame: null });
    expect(round.terms.proxy.ja).toContain('団体を代表して');
    expect((await step(id, 'summary', { action: 'request' })).status).toBe(303);
  });

  it('lets mystery shoppers go without a number, and promises them what concerns visits', async () => {
    const id = await makeDraft('mystery-shopper');
    expect((await step(id, 'frame', { populationSize: '' })).status).toBe(303);
    expect((await getRound(db(), id)).terms.proxy.ja).not.toContain('ご家族');
    expect((await step(id, 'summary', { action: 'request' })).status).toBe(303);
  });

  it('tells whom to ask in every language, until the clerk names somebody else', async () => {
    const id = await makeDraft();
    const usual = (await getRound(db(), id)).terms;
    expect(usual.contact.ja).toBe('此花区役所 総務課(区政の評価担当)');
    expect(Object.keys(usual.contact)).toEqual([...locales]);
    const texts = {
      proxy: usual.proxy.ja,
      duplicates: usual.duplicates.ja,
      nonResponse: usual.nonResponse.ja,
    };
    const dates = { opensAt: '2026-12-06T09:00', closesAt: '2026-12-28T00:00' };
    const kept = { paperKeptUntil: '2027-03-27', responsesKeptUntil: '2031-12-27' };
    const schedule = { ...texts, ...dates, ...kept };
    expect((await step(id, 'schedule', { ...schedule, contact: usual.contact.ja })).status).toBe(303);
    expect((await getRound(db(), id)).terms.contact).toEqual(usual.contact);
    expect((await step(id, 'schedule', { ...schedule, contact: '企画課' })).status).toBe(303);
    expect((await getRound(db(), id)).terms).toMatchObject({ contact: { ja: '企画課' }, proxy: usual.proxy });
    expect(Object.keys((await getRound(db(), id)).terms.contact)).toEqual(['ja']);
  });

  it('drops the strata of a sample that is not drawn any more', async () => {
    const id = await makeDraft();
    const plan = { share: '50', halfWidth: '3', responseRate: '35', source: '台帳', asOf: '2026-10-01' };
    const strata = { 'stratum-name-0': '島屋', 'stratum-population-0': '6000', nIssued: '100' };
    await step(id, 'frame', { ...plan, ...strata });
    expect((await getRound(db(), id)).frame?.strata).toHaveLength(1);
    await step(id, 'audience', { mode: 'panel', reminder: 'everyone' });
    await step(id, 'frame', { populationSize: '', nIssued: '50' });
    expect(await getRound(db(), id)).toMatchObject({ frame: null, nIssued: 50, populationSize: null });
  });

  it('puts pasted strata into the rows without saving them', async () => {
    const id = await makeDraft();
    const { status, data } = await step(id, 'frame', { action: 'paste', pasted: '島屋\t6000' });
    expect(status).toBe(200);
    expect(data).toMatchObject({ fields: { 'stratum-name-0': ['島屋'] }, errors: {} });
    expect((await getRound(db(), id)).frame).toBeNull();
  });
});

describe('approving a round', () => {
  it('opens by its date after another person approved, and was never changed in between', async () => {
    const id = await requestApproval();
    const changed = await step(id, 'audience', { mode: 'link' });
    expect(changed.location).toBe(`/staff/rounds/${id}`);
    expect((await getRound(db(), id)).access).toBe('code');
    expect((await decide(id, { action: 'approve', request: '7' })).status).toBe(409);
    expect((await decide(id, { action: 'approve', request: '1' })).status).toBe(303);
    const { setNow, context } = getOffice();
    expect((await getRound(db(), id)).state).toBe('approved');
    setNow('2026-12-06T00:00:00.000Z');
    await context().services.roundClock.tick();
    setNow(startOfTests);
    expect((await getRound(db(), id)).state).toBe('open');
    const entries = await listAuditEntries(db(), { objectId: id, limit: 10 });
    expect(entries.map(({ action, actor }) => [action, actor?.name ?? null])).toEqual([
      ['round.opened', null],
      ['round.approved', 'manager'],
      ['round.approval_requested', 'staff'],
      ['round.changed', 'staff'],
      ['round.launched', 'staff'],
    ]);
  });

  it('does not let an admin approve the own request', async () => {
    const id = await makeDraft('organisations');
    const plan = { share: '50', halfWidth: '3', responseRate: '35', source: '名簿', asOf: '2026-10-01' };
    await step(id, 'frame', { ...plan, populationSize: '20', nIssued: '20' }, 'admin');
    await step(id, 'summary', { action: 'request' }, 'admin');
    const { status, data } = await decide(id, { action: 'approve', request: '1' }, 'admin');
    expect([status, JSON.stringify(data)]).toEqual([409, expect.stringContaining('本人は承認できません')]);
  });

  it('goes back to preparation with a comment only', async () => {
    const id = await requestApproval();
    expect((await decide(id, { action: 'return', note: '' })).status).toBe(409);
    await decide(id, { action: 'return', note: '日程を直してください' });
    expect((await getRound(db(), id)).state).toBe('draft');
  });

  it('refuses on the page of the round what its state does not allow', async () => {
    const id = await requestApproval();
    const { status, data } = await post(
      '/staff/rounds/:round',
      { round: id },
      { action: 'finalise' },
      'staff',
    );
    expect(status).toBe(409);
    expect(JSON.stringify(data)).toContain('承認待ち');
  });
});

describe('what a launched round promises', () => {
  const openToAll = { mode: 'link', reminder: 'everyone' };

  /** Saves the step of dates and texts as the form shows it, some texts reworded, and lets the round open. */
  async function launch(reworded: Fields = {}) {
    const id = await makeDraft();
    await step(id, 'audience', openToAll);
    const { opensAt, closesAt, terms } = await getRound(db(), id);
    const texts = mapTerms((name) => terms[name].ja);
    const { paperKeptUntil, responsesKeptUntil } = terms;
    const dates = { opensAt: toJapaneseTime(opensAt), closesAt: toJapaneseTime(closesAt) };
    const kept = { paperKeptUntil, responsesKeptUntil };
    await step(id, 'schedule', { ...dates, ...kept, ...texts, ...reworded });
    expect((await step(id, 'summary', { action: 'request' })).status).toBe(303);
    expect((await decide(id, { action: 'approve', request: '1' })).status).toBe(303);
    const { setNow, context } = getOffice();
    setNow(opensAt);
    await context().services.roundClock.tick();
    return { id, terms };
  }

  async function readStart(id: string, locale: Locale) {
    const { context, request } = getOffice();
    const served = { request: request(`/s/${id}?lang=${locale}`), params: { round: id }, context: context() };
    return (await start.loader(served)).facts.terms;
  }

  it('is told in the language of the reader where the clerk left the texts as they were', async () => {
    const { id, terms } = await launch();
    for (const locale of locales) {
      expect(await readStart(id, locale)).toMatchObject({
        contact: terms.contact[locale],
        voluntary: terms.nonResponse[locale],
        proxy: terms.proxy[locale],
        duplicates: terms.duplicates[locale],
      });
    }
    expect((await readStart(id, 'en')).contact).toBe('Ward office, General Affairs Section');
    getOffice().setNow(startOfTests);
  });

  it('is told in Japanese where the clerk reworded it, and nowhere else', async () => {
    const { id, terms } = await launch({ contact: '企画課\r\n' });
    expect(await readStart(id, 'en')).toMatchObject({ contact: '企画課', proxy: terms.proxy.en });
    getOffice().setNow(startOfTests);
  });
});

describe('copying a round', () => {
  it('makes a draft a year later with frame and texts', async () => {
    const id = await requestApproval();
    const { location } = await post('/staff/rounds/new', {}, { copyOf: id }, 'staff');
    expect(location).toMatch(/\/setup\/summary$/);
    const [earlier, copy] = await Promise.all([
      getRound(db(), id),
      getRound(db(), location?.split('/')[3] ?? ''),
    ]);
    expect(copy).toEqual({
      ...earlier,
      id: copy.id,
      state: 'draft',
      fiscalYear: 2027,
      title: '令和9年度 此花区 区民アンケート',
      opensAt: '2027-12-06T00:00:00.000Z',
      closesAt: '2028-01-03T14:59:00.000Z',
      terms: { ...earlier.terms, paperKeptUntil: '2028-04-03', responsesKeptUntil: '2033-01-03' },
    });
  });

  it('tells which indicators of the earlier round are gone', async () => {
    const earlier = await requestApproval();
    const { location } = await post('/staff/rounds/new', {}, { copyOf: earlier }, 'staff');
    const id = location?.split('/')[3] ?? '';
    const { planId, questionnaire } = await getRound(db(), id);
    const said = async () => {
      const { problems } = await loadSetup(getOffice().services, await getRound(db(), id));
      return problems.filter((problem) => problem.step === 'questionnaire').map(setupProblemWords);
    };
    expect(await said()).toEqual([]);
    const [kept, ...gone] = questionnaire.measurements.map(({ indicator }) => indicator);
    const fields = {
      title: '一部だけ',
      planId,
      fiscalYear: '2027',
      layout: 'single',
      indicatorIds: kept ?? '',
    };
    expect((await step(id, 'questionnaire', fields)).status).toBe(303);
    expect(await said()).toEqual([expect.stringContaining(`${gone.join('、')}が入っていません`)]);
  });
});
