import type { LoaderFunctionArgs } from '@remix-run/node';
import { beforeAll, describe, expect, it } from 'vitest';
import { mixRound } from '#app/fielding/mix/mix-round.ts';
import { finaliseResults } from '#app/fielding/rounds/finalise-results.ts';
import { moveRound } from '#app/fielding/rounds/move-round.ts';
import { loader as loadEvaluationApi } from '#app/routes/api/evaluation.ts';
import * as roundApi from '#app/routes/api/round-results.ts';
import * as indicatorPage from '#app/routes/manager/indicator.tsx';
import * as livePage from '#app/routes/manager/live.tsx';
import * as liveEvents from '#app/routes/manager/live-events.ts';
import { loader as loadEvaluation } from '#app/routes/public/evaluation.tsx';
import { loader as loadSection } from '#app/routes/public/evaluation-section.tsx';
import type { Db } from '#db/dialect.ts';
import { listRoundResults } from '#db/queries/result.ts';
import { insertRound } from '#db/queries/round.ts';
import { listTally } from '#db/queries/tally.ts';
import { loadCatalogQuestionnaires } from '#surveys/catalog/load-questionnaires.ts';
import { evaluateRound } from '#surveys/evaluation/evaluate-round.ts';
import type { WeightedResult } from '#surveys/evaluation/indicator-result.ts';
import { composeQuestionnaire, selectIndicators } from '#surveys/questionnaire/compose.ts';
import type { Frame } from '#surveys/round/frame.ts';
import type { Round } from '#surveys/round/round.ts';
import { useOffice } from '#tests/app/routes/staff/office-context.ts';
import { accept, makeSubmission, randomness } from '#tests/db/round-fixture.ts';
import { asServed } from '#tests/helpers/as-served.ts';
import { makeRound, now, plan } from '#tests/helpers/make-round.ts';
import { putRoundInState } from '#tests/helpers/round-state.ts';

const loadRoundApi = asServed('/api/v1/rounds/:round/results', roundApi.loader);
const loadIndicator = asServed('/manager/rounds/:round/indicators/:indicator', indicatorPage.loader);
const loadLive = asServed('/manager/rounds/:round', livePage.loader);
const streamEvents = asServed('/manager/rounds/:round/events', liveEvents.loader);

const getOffice = useOffice();

const { recipes, blocks } = loadCatalogQuestionnaires('surveys/catalog/konohana');
const recipe = recipes.find(({ id }) => id === 'residents');
if (!recipe) throw new Error('no residents questionnaire');
const questionnaire = composeQuestionnaire(selectIndicators(recipe, blocks, ['1-1']), blocks);

const frame: Frame = {
  source: '試験の人口',
  asOf: '2026-10-01',
  strata: [{ id: 'all', population: 1009, nIssued: 100 }],
  weighting: 'post-stratify',
  margins: [
    {
      by: ['sex'],
      categories: [
        { key: ['f'], population: 523 },
        { key: ['m'], population: 486 },
      ],
    },
  ],
  unmatched: [],
  merges: [],
  trimAtMeanTimes: null,
};

/** 61 people answered, more women than men, and women otherwise than men. */
async function storeAnswers(db: Db, round: Round): Promise<void> {
  await insertRound(db, round);
  const groups = [
    { sex: 'f', answer: 'agree', n: 29 },
    { sex: 'f', answer: 'disagree', n: 12 },
    { sex: 'm', answer: 'agree', n: 7 },
    { sex: 'm', answer: 'disagree', n: 13 },
  ];
  await accept(
    db,
    groups.flatMap(({ sex, answer, n }) =>
      Array.from({ length: n }, () => makeSubmission(round, { 'q1-1': answer, sex })),
    ),
  );
  await mixRound(db, { roundId: round.id, minimum: 1, randomness });
}

const facts = { questionnaire, frame, populationSize: 1009, nIssued: 100 };
const open = makeRound({ ...facts, id: 'r-open', fiscalYear: 2025 });
const final = makeRound({ ...facts, id: 'r-final', fiscalYear: 2026 });

/** The weighted figures as they are computed and stored, with all their digits. */
const exact: WeightedResult[] = [];

beforeAll(async () => {
  const { db } = getOffice().context().services;
  for (const round of [open, final]) {
    await storeAnswers(db, round);
    const tally = await listTally(db, round.id);
    for (const { result } of evaluateRound({ plan, round, tally, state: 'provisional' }).indicators) {
      if (result.weighted) exact.push(result.weighted);
    }
  }
  await putRoundInState(db, { roundId: final.id, from: 'open', to: 'closed' });
  await finaliseResults(db, {
    plan,
    roundId: final.id,
    now,
    softwareVersion: 'test',
    randomness,
    actor: null,
    mover: 'staff',
    afterwards: async () => {},
  });
  const published = await moveRound(db, {
    ...{ roundId: final.id, transition: 'publish', actor: null, mover: 'manager', needsFourEyes: false },
    ...{ note: '', newClosesAt: null, seenRequest: null, now, afterwards: async () => {} },
  });
  expect(published.kind).toBe('moved');
});

const section = plan.parts
  .flatMap(({ sections }) => sections)
  .find(({ indicators }) => indicators.some(({ id }) => id === '1-1'));

type Loader = (args: LoaderFunctionArgs) => Promise<unknown>;

const pages: Readonly<Record<string, { readonly loader: Loader; readonly params: Record<string, string> }>> =
  {
    'the public JSON': { loader: loadEvaluationApi, params: { plan: plan.id, fiscalYear: '2026' } },
    'the evaluation page': { loader: loadEvaluation, params: { plan: plan.id, fiscalYear: '2026' } },
    'the page of a section': {
      loader: loadSection,
      params: { plan: plan.id, fiscalYear: '2026', section: section?.id ?? '' },
    },
    'the JSON of a final round': { loader: loadRoundApi, params: { round: final.id } },
    'the JSON of a running round': { loader: loadRoundApi, params: { round: open.id } },
    'the live page of a final round': { loader: loadLive, params: { round: final.id } },
    'the live page of a running round': { loader: loadLive, params: { round: open.id } },
    'the page of an indicator': { loader: loadIndicator, params: { round: final.id, indicator: '1-1' } },
    'the page of a running indicator': {
      loader: loadIndicator,
      params: { round: open.id, indicator: '1-1' },
    },
  };

/** What a route sends to a manager's browser, or to anybody's, as data. */
async function send({
  loader,
  params,
}: {
  loader: Loader;
  params: Record<string, string>;
}): Promise<unknown> {
  const office = getOffice();
  const sent = await loader({ request: office.request('/', 'manager'), params, context: office.context() });
  return JSON.parse(sent instanceof Response ? await sent.text() : JSON.stringify(sent));
}

/** The first figures that the live page's events carry. */
async function listen(round: Round): Promise<unknown> {
  const office = getOffice();
  const response = await streamEvents({
    request: office.request('/', 'manager'),
    params: { round: round.id },
    context: office.context(),
  });
  let text = '';
  const reader = (response.body as ReadableStream<Uint8Array>).getReader();
  const decoder = new TextDecoder();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) throw new Error('the events ended without figures');
    text += decoder.decode(value, { stream: true });
    const figures = /^event: figures\ndata: (.*)\n\n/m.exec(text)?.[1];
    if (figures === undefined) continue;
    await reader.cancel();
    return JSON.parse(figures);
  }
}

function listNumbers(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(listNumbers) : [];
}

/** Every weighted figure in what was sent, wherever it stands: known by its effective n. */
function listWeighted(value: unknown): readonly Record<string, unknown>[] {
  if (typeof value !== 'object' || value === null) return [];
  const inner = Object.values(value).flatMap(listWeighted);
  return 'effectiveN' in value ? [{ ...value }, ...inner] : inner;
}

const nDecimals = (value: number) => String(value).split('.')[1]?.length ?? 0;

function expectReleased(sent: unknown): void {
  const figures = listWeighted(sent);
  expect(figures.length).toBeGreaterThan(0);
  for (const figure of figures) {
    expect(Math.max(...listNumbers(figure).map(nDecimals))).toBeLessThanOrEqual(4);
    expect(figure.effectiveN).toBe(Math.round(exact[0]?.effectiveN ?? Number.NaN));
    expect(nDecimals(Number(figure.designEffect))).toBeLessThanOrEqual(2);
  }
  const text = JSON.stringify(sent);
  for (const number of exact.flatMap(listNumbers).filter((one) => nDecimals(one) > 4)) {
    expect(text).not.toContain(String(number).slice(0, '0.12345'.length));
  }
  expect(text).not.toMatch(/重みは平均の\d+\.\d{2}倍/);
}

describe('weighted figures with all their digits', () => {
  it('are stored, so that a figure can be computed again', async () => {
    const [stored] = await listRoundResults(getOffice().context().services.db, final.id);
    expect(stored?.result.weighted).toEqual(exact[1]);
    expect(nDecimals(exact[1]?.value ?? 0)).toBeGreaterThan(10);
    expect(nDecimals(exact[1]?.effectiveN ?? 0)).toBeGreaterThan(10);
  });

  it.each(Object.entries(pages))('are not in %s', async (_, page) => {
    expectReleased(await send(page));
  });

  it('are of no running round in the public JSON, however they are rounded', async () => {
    const year = { plan: plan.id, fiscalYear: String(open.fiscalYear) };
    expect(listWeighted(await send({ loader: loadEvaluationApi, params: year }))).toEqual([]);
  });

  it.each([open, final])('are not in the events of the live page ($id)', async (round) => {
    expectReleased(await listen(round));
  });
});
