import { expect, it } from 'vitest';
import { storePlan, storeWardPlans } from '#app/fielding/store-plans.ts';
import { createLog } from '#app/web/log.ts';
import { findPlan, listPlans } from '#db/queries/plan.ts';
import { insertRound } from '#db/queries/round.ts';
import { loadWard, type WardCatalog } from '#surveys/catalog/load-ward.ts';
import { demoPlan } from '#surveys/plan/demo-plan.ts';
import type { Plan } from '#surveys/plan/plan.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { makeRound } from '#tests/helpers/make-round.ts';

const minatodai = loadWard('tests/fixtures/wards/minatodai');
const log = createLog('silent');
const [r4, r7] = minatodai.plans;
if (!r4 || !r7) throw new Error('the ward has two plans');
const [questionnaire] = minatodai.questionnaires.questionnaires;
if (!questionnaire) throw new Error('the ward has a questionnaire');

/** The plan with another target of one indicator. */
const retarget = (plan: Plan, indicatorId: string): Plan => ({
  ...plan,
  title: `${plan.title} 改訂`,
  parts: plan.parts.map((part) => ({
    ...part,
    sections: part.sections.map((section) => ({
      ...section,
      indicators: section.indicators.map((one) =>
        one.id === indicatorId ? { ...one, target: { ...one.target, value: one.target.value + 1 } } : one,
      ),
    })),
  })),
});

describeOnEachDatabase('plans of a ward', (getDb) => {
  const store = (changes: Partial<Pick<WardCatalog, 'ward' | 'plans'>> = {}) =>
    storeWardPlans({ db: getDb(), log, ...minatodai, ...changes });
  const stored = async () => (await listPlans(getDb())).map(({ plan }) => plan);
  const roundOf = (plan: Plan, state: 'draft' | 'approval_requested', indicators: readonly string[]) =>
    insertRound(
      getDb(),
      makeRound({
        id: `${plan.id}-${state}`,
        title: `${plan.id}の調査`,
        planId: plan.id,
        state,
        questionnaire: {
          ...questionnaire,
          measurements: questionnaire.measurements.filter(({ indicator }) => indicators.includes(indicator)),
        },
      }),
    );

  it('are all stored, once', async () => {
    await store();
    await store();
    expect(await stored()).toEqual([r4, r7]);
    expect(await storePlan(getDb(), { plan: r4, isDemo: false })).toBe('unchanged');
  });

  it('follow their files where no round stands on them, or only one in preparation', async () => {
    await roundOf(r4, 'draft', ['1-1']);
    const changed = retarget(r4, '1-1');
    await store({ plans: [changed, r7] });
    expect(await stored()).toEqual([changed, r7]);
    await store();
    expect(await stored()).toEqual([r4, r7]);
  });

  it('are not changed under a round that measures what was changed, not even those beside', async () => {
    await roundOf(r7, 'approval_requested', ['1-1']);
    const plans = [retarget(r4, '1-2'), retarget(r7, '1-1')];
    await expect(store({ plans })).rejects.toMatchObject({
      problem: {
        kind: 'plan_changed',
        planId: 'minatodai-r7',
        changes: [{ indicatorId: '1-1', kind: 'changed' }],
        rounds: ['minatodai-r7の調査'],
      },
    });
    expect(await stored()).toEqual([r4, r7]);
  });

  it('take on texts, results and indicators that no round measures', async () => {
    const changed = retarget(r7, '2-1-i');
    await store({ plans: [r4, changed] });
    expect(await findPlan(getDb(), r7.id)).toEqual(changed);
  });

  it('stay when they leave the catalogue', async () => {
    await store({ plans: [r4] });
    expect((await stored()).map(({ id }) => id)).toEqual(['minatodai-r4', 'minatodai-r7']);
  });

  it('do not mix with the plans of another ward, nor with its demonstration', async () => {
    const { ward, plans } = loadWard('surveys/catalog/konohana');
    await expect(store({ ward, plans })).rejects.toMatchObject({
      problem: { kind: 'other_ward', planId: 'minatodai-r4', owner: 'みなと台区', ward: '此花区' },
    });
    expect((await stored()).map(({ id }) => id)).toEqual(['minatodai-r4', 'minatodai-r7']);
  });

  it('follow a ward that gets another code', async () => {
    const moved = (plan: Plan): Plan => ({ ...plan, ward: { ...plan.ward, code: '991023' } });
    await store({ ward: { ...minatodai.ward, code: '99102' }, plans: [moved(r4), moved(r7)] });
    expect((await stored()).map(({ ward }) => ward.code)).toEqual(['991023', '991023']);
    await storePlan(getDb(), { plan: demoPlan(moved(r7)), isDemo: true });
    await store({ ward: { ...minatodai.ward, code: '99102' }, plans: [moved(r4), moved(r7)] });
    expect(await stored()).toHaveLength(3);
  });
});
