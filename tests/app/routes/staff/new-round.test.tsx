import { renderToStaticMarkup } from 'react-dom/server';
import { expect, it } from 'vitest';
import { QuestionnaireChoice } from '#app/features/launch-round/questionnaire-choice.tsx';
import { QuestionnaireStep } from '#app/features/launch-round/questionnaire-step.tsx';
import { RoundFacts } from '#app/features/launch-round/round-facts.tsx';
import type { RefusedStep } from '#app/features/launch-round/setup-frame.tsx';
import { loadSetup } from '#app/fielding/rounds/load-setup.ts';
import * as newRound from '#app/routes/staff/new-round.tsx';
import { upsertPlan } from '#db/queries/plan.ts';
import { getRound } from '#db/queries/round.ts';
import type { Plan } from '#surveys/plan/plan.ts';
import { useOffice } from '#tests/app/routes/staff/office-context.ts';
import { asServed } from '#tests/helpers/as-served.ts';
import { plan as konohana } from '#tests/helpers/make-round.ts';

const load = asServed('/staff/rounds/new', newRound.loader);
const send = asServed('/staff/rounds/new', newRound.action);
const next = { ...konohana, id: 'a-next', title: '次の方針', baseFiscalYear: 2025, targetFiscalYear: 2028 };
const rival = { ...next, id: 'rival', title: '別の方針', baseFiscalYear: 2026, targetFiscalYear: 2030 };

const getOne = useOffice();
const getTwo = useOffice({ prepare: ({ db }) => storeOwn(db, next) });
const getThree = useOffice({
  prepare: async ({ db }) => {
    for (const plan of [next, rival]) await storeOwn(db, plan);
  },
});
type GetOffice = typeof getTwo;

const storeOwn = (db: Parameters<typeof upsertPlan>[0], plan: Plan) =>
  upsertPlan(db, { plan, contentHash: plan.id, isDemo: false });

async function show(getOffice: GetOffice, planError?: string): Promise<string> {
  const { context, request } = getOffice();
  const args = { request: request('/', 'staff'), params: {}, context: context() };
  const { choices } = await load(args);
  return renderToStaticMarkup(<QuestionnaireChoice choices={choices} planError={planError} />);
}

/** What a form is answered with: what to correct, or the way to the round it made. */
async function post(getOffice: GetOffice, fields: Readonly<Record<string, string>>) {
  const { context, request } = getOffice();
  const form = new URLSearchParams({ questionnaireId: 'residents', ...fields });
  const args = { request: request('/', 'staff', 'POST'), params: {}, context: context({ form }) };
  try {
    const { data, init } = await send(args);
    return { status: init?.status, error: data.planError };
  } catch (thrown) {
    if (!(thrown instanceof Response)) throw thrown;
    return { status: thrown.status, roundId: thrown.headers.get('Location')?.split('/')[3] ?? '' };
  }
}

async function viewOf(getOffice: GetOffice, planId: string) {
  const { roundId = '' } = await post(getOffice, { planId });
  const { services } = getOffice();
  return loadSetup(services, await getRound(services.db, roundId));
}

const chosenIn = (markup: string, select: string) =>
  /<option value="([^"]*)" selected=""/.exec(
    markup.split(`<select id="${select}"`)[1]?.split('</select>')[0] ?? '',
  )?.[1];
const valuesIn = (markup: string, select: string) =>
  [
    ...(markup.split(`<select id="${select}"`)[1]?.split('</select>')[0] ?? '').matchAll(/value="([^"]*)"/g),
  ].map(([, value]) => value);
const stepOf = (view: Awaited<ReturnType<typeof viewOf>>, refused?: RefusedStep) =>
  renderToStaticMarkup(<QuestionnaireStep view={view} refused={refused} />);

it('asks nobody for the only plan', async () => {
  expect(await show(getOne)).not.toContain('type="radio"');
  const { status, roundId = '' } = await post(getOne, {});
  expect(status).toBe(303);
  const { services } = getOne();
  const round = await getRound(services.db, roundId);
  expect(round).toMatchObject({ planId: 'konohana', fiscalYear: 2026 });
  const view = await loadSetup(services, round);
  const markup = stepOf(view);
  expect(valuesIn(markup, 'fiscalYear')).toEqual(['', '2025', '2026', '2027']);
  expect(chosenIn(markup, 'fiscalYear')).toBe('2026');
  expect(markup).toContain(`>${konohana.title}</option>`);
  expect(renderToStaticMarkup(<RoundFacts view={view} />)).not.toContain('計画</dt>');
});

it('asks for the plan where there are several, beginning with the one that is for this year', async () => {
  const markup = await show(getTwo);
  expect(markup.match(/type="radio"/g)).toHaveLength(2);
  expect(markup).toMatch(/value="a-next"[^>]*\/><span>次の方針\(令和7年度から令和10年度まで\)/);
  expect(markup).toMatch(/value="konohana"[^>]*\/><span>[^<]*\(平成27年度から平成29年度まで\)/);
  expect(markup.match(/checked=""[^>]*/g)).toEqual([expect.stringContaining('value="a-next"')]);
});

it('begins with none where two are for this year', async () => {
  expect(await show(getThree)).not.toContain('checked');
});

it('refuses a form without a choice, or with one that is not there, in words', async () => {
  const refused = { status: 400, error: '計画を選んでください。' };
  expect(await post(getTwo, {})).toEqual(refused);
  expect(await post(getTwo, { planId: 'nowhere' })).toEqual(refused);
  const markup = await show(getTwo, refused.error);
  expect(markup).toContain('<a href="#planId">計画を選んでください。</a>');
  expect(markup).toContain('id="planId"');
});

it('offers the years of the chosen plan, this year’s chosen where the plan is for it', async () => {
  const current = stepOf(await viewOf(getTwo, 'a-next'));
  expect(valuesIn(current, 'fiscalYear')).toEqual(['', '2025', '2026', '2027', '2028']);
  expect(chosenIn(current, 'fiscalYear')).toBe('2026');
  const view = await viewOf(getTwo, 'konohana');
  const past = stepOf(view);
  expect(valuesIn(past, 'fiscalYear')).toEqual(['', '2015', '2016', '2017']);
  expect(chosenIn(past, 'fiscalYear')).toBeUndefined();
  const facts = renderToStaticMarkup(<RoundFacts view={view} />);
  expect(facts).toContain('未選択');
  expect(facts).toContain('(平成27年度から平成29年度まで)');
});

it('offers the years of a plan that was chosen in place of the stored one', async () => {
  const fields = { planId: ['konohana'], fiscalYear: ['2026'] };
  const errors = { fiscalYear: '選んだ計画の年度ではありません。' };
  const markup = stepOf(await viewOf(getTwo, 'a-next'), { fields, errors });
  expect(valuesIn(markup, 'fiscalYear')).toEqual(['', '2015', '2016', '2017']);
});
