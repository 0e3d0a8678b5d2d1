import { expect, it } from 'vitest';
import { requestApproval } from '#app/fielding/rounds/approval.ts';
import { copyRound, createDraft } from '#app/fielding/rounds/create-draft.ts';
import { listLaunchChoices } from '#app/fielding/rounds/list-launch-choices.ts';
import { loadSetup } from '#app/fielding/rounds/load-setup.ts';
import { saveStep } from '#app/fielding/rounds/save-step.ts';
import { type Account, upsertAccount } from '#db/queries/account.ts';
import { upsertPlan } from '#db/queries/plan.ts';
import { getRound, updateRound } from '#db/queries/round.ts';
import type { Round } from '#surveys/round/round.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { plan as konohana } from '#tests/helpers/make-round.ts';
import { useServices } from '#tests/helpers/services.ts';

const clerk: Account = {
  ...{ id: 'clerk-of-plans', name: 'clerk-of-plans', displayName: '担当' },
  ...{ role: 'staff', isDisabled: false },
};
// Their ids run against their years.
const past = { ...konohana, id: 'z-past', title: '前の方針' };
const current = {
  ...konohana,
  ...{ id: 'a-current', title: '今の方針', baseFiscalYear: 2025, targetFiscalYear: 2028 },
};

describeOnEachDatabase('a new round where there are several plans', (getDb, { getConnection }) => {
  const getServices = useServices({
    getConnection,
    async prepare({ db }) {
      await upsertAccount(db, { ...clerk, passwordHash: '' });
      for (const plan of [past, current]) {
        await upsertPlan(db, { plan, contentHash: plan.id, isDemo: false });
      }
    },
  });
  const services = () => getServices().services;
  const make = (planId: string | null) =>
    createDraft(services(), { by: clerk, recipeId: 'organisations', planId });
  async function made(planId: string): Promise<Round> {
    const result = await make(planId);
    if (result.kind !== 'made') throw new Error(result.kind);
    return getRound(getDb(), result.round.id);
  }
  const ask = async (id: string) =>
    requestApproval(services(), { by: clerk, round: await getRound(getDb(), id), note: '' });

  it('belongs to no plan that nobody chose', async () => {
    expect(await make(null)).toEqual({ kind: 'plan_not_chosen' });
    expect(await make('nowhere')).toEqual({ kind: 'plan_not_chosen' });
  });

  it('starts from the plan that alone is for today’s fiscal year', async () => {
    const { plans, obviousPlanId } = await listLaunchChoices(services());
    expect(plans.map(({ id }) => id)).toEqual(['a-current', 'z-past']);
    expect(obviousPlanId).toBe('a-current');
  });

  it('belongs to the plan that was chosen, and is for today’s fiscal year where the plan is', async () => {
    const round = await made('a-current');
    expect(round).toMatchObject({ planId: 'a-current', fiscalYear: 2026, isDemo: false });
    expect(round.title).toMatch(/^令和8年度 /);
    const { plans, problems } = await loadSetup(services(), round);
    expect(plans.map(({ fiscalYears }) => fiscalYears)).toEqual([
      [2025, 2026, 2027, 2028],
      [2015, 2016, 2017],
    ]);
    expect(problems.map(({ kind }) => kind)).not.toContain('fiscal_year_missing');
  });

  it('is not approved before a year of its plan is chosen, where the plan is not for today’s', async () => {
    const round = await made('z-past');
    expect(round.planId).toBe('z-past');
    expect(round.title).not.toMatch(/年度/);
    await updateRound(getDb(), round.id, { populationSize: 20, nIssued: 20 });
    expect(await ask(round.id)).toMatchObject({
      kind: 'not_ready',
      problem: { kind: 'fiscal_year_missing', step: 'questionnaire' },
    });
    const { measurements, layout } = round.questionnaire;
    const indicatorIds = measurements.map(({ indicator }) => indicator);
    const save = (planId: string, fiscalYear: number) =>
      saveStep(services(), {
        ...{ by: clerk, roundId: round.id, detail: {} },
        set: {
          step: 'questionnaire',
          values: { title: '前の調査', planId, fiscalYear, layout, indicatorIds },
        },
      });
    expect(await save('z-past', 2026)).toEqual({ kind: 'refused', refusal: 'year_outside_plan' });
    expect(await save('a-current', 2017)).toEqual({ kind: 'refused', refusal: 'year_outside_plan' });
    expect(await getRound(getDb(), round.id)).toMatchObject({ planId: 'z-past', fiscalYear: 2026 });
    expect(await save('z-past', 2017)).toEqual({ kind: 'saved' });
    expect(await ask(round.id)).toMatchObject({ kind: 'moved' });
  });

  it('has its year chosen anew when a copy runs out of the years of its plan', async () => {
    const earlier = await made('a-current');
    await updateRound(getDb(), earlier.id, { fiscalYear: 2028, populationSize: 20, nIssued: 20 });
    const copy = await copyRound(services(), { by: clerk, earlier: await getRound(getDb(), earlier.id) });
    expect(copy).toMatchObject({ planId: 'a-current', fiscalYear: 2029 });
    expect(await ask(copy?.id ?? '')).toMatchObject({ problem: { kind: 'fiscal_year_missing' } });
  });
});
