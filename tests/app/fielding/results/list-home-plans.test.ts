import { describe, expect, it } from 'vitest';
import { listHomePlans } from '#app/fielding/results/list-home-plans.ts';
import { upsertPlan } from '#db/queries/plan.ts';
import { plan as konohana } from '#tests/helpers/make-round.ts';
import { openRound, usePlanDatabase } from '#tests/helpers/plan-database.ts';

const getDb = usePlanDatabase([
  openRound,
  { ...openRound, id: 'r-closed', fiscalYear: 2024, state: 'closed' },
  { ...openRound, id: 'r-final', fiscalYear: 2023, state: 'finalised' },
  { ...openRound, id: 'r-published', fiscalYear: 2022, state: 'published' },
  { ...openRound, id: 'r-draft', fiscalYear: 2026, state: 'draft' },
  { ...openRound, id: 'r-shoppers', audience: 'mystery-shoppers' },
]);

const listAt = async (now: string) => {
  const plans = await listHomePlans({ db: getDb(), now: () => new Date(now) });
  return new Map(plans.map((plan) => [plan.id, plan]));
};

describe('listHomePlans', () => {
  it("keeps the ward's plan and the demonstration apart", async () => {
    const plans = await listAt('2025-06-01T00:00:00.000Z');
    expect(plans.get('konohana')).toMatchObject({ isDemo: false, rounds: [], fiscalYears: [2015] });
    expect(plans.get('konohana-demo')).toMatchObject({ isDemo: true });
  });

  it('offers the rounds that take answers now, and none that needs an invitation', async () => {
    const plans = await listAt('2025-06-01T00:00:00.000Z');
    expect(plans.get('konohana-demo')?.rounds.map(({ id }) => id)).toEqual(['r-open']);
  });

  it('offers nothing after the deadline, open as the round may still be', async () => {
    expect((await listAt('2026-01-01T00:00:00.000Z')).get('konohana-demo')?.rounds).toEqual([]);
  });

  it('lists the fiscal years of texts and of published rounds, the latest first', async () => {
    const plans = await listAt('2025-06-01T00:00:00.000Z');
    expect(plans.get('konohana-demo')?.fiscalYears).toEqual([2022, 2015]);
  });
});

it('lists the plans by their years, the newest period first, whatever their ids', async () => {
  const periods = { 'a-oldest': [2010, 2012], 'm-newest': [2024, 2027], 'z-middle': [2018, 2021] } as const;
  for (const [id, [baseFiscalYear, targetFiscalYear]] of Object.entries(periods)) {
    const plan = { ...konohana, id, baseFiscalYear, targetFiscalYear };
    await upsertPlan(getDb(), { plan, contentHash: id, isDemo: false });
  }
  const ids = [...(await listAt('2025-06-01T00:00:00.000Z')).keys()];
  expect(ids.filter((id) => id !== 'konohana-demo')).toEqual([
    'm-newest',
    'z-middle',
    'konohana',
    'a-oldest',
  ]);
});
