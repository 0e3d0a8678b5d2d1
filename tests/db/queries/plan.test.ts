import { expect, it } from 'vitest';
import { findPlan, findStoredPlan, getPlan, hasDemoPlan, listPlans, upsertPlan } from '#db/queries/plan.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { plan } from '#tests/helpers/make-round.ts';

describeOnEachDatabase('plan', (getDb) => {
  it('gives back the plan that was stored, whole', async () => {
    await upsertPlan(getDb(), { plan, contentHash: 'a', isDemo: false });
    expect(await getPlan(getDb(), plan.id)).toEqual(plan);
  });

  it('replaces a plan of the same id', async () => {
    await upsertPlan(getDb(), { plan, contentHash: 'a', isDemo: false });
    const changed = { ...plan, title: '別の題' };
    await upsertPlan(getDb(), { plan: changed, contentHash: 'b', isDemo: true });
    expect(await findStoredPlan(getDb(), plan.id)).toEqual({ plan: changed, contentHash: 'b', isDemo: true });
  });

  it('knows whether a demonstration is here', async () => {
    await getDb().updateTable('plan').set({ is_demo: 0 }).execute();
    expect(await hasDemoPlan(getDb())).toBe(false);
    await upsertPlan(getDb(), { plan, contentHash: 'a', isDemo: true });
    expect(await hasDemoPlan(getDb())).toBe(true);
  });

  it('lists plans by id', async () => {
    await upsertPlan(getDb(), { plan: { ...plan, id: 'aaa' }, contentHash: 'c', isDemo: true });
    expect((await listPlans(getDb())).map((stored) => stored.plan.id)).toEqual(['aaa', plan.id]);
  });

  it('has no plan of an unknown id', async () => {
    expect(await findPlan(getDb(), 'nowhere')).toBeUndefined();
    await expect(getPlan(getDb(), 'nowhere')).rejects.toThrow('nowhere');
  });

  it('refuses a plan that does not fit its schema, going in and coming out', async () => {
    const broken = { ...plan, id: 'broken', parts: [] };
    await expect(upsertPlan(getDb(), { plan: broken, contentHash: 'd', isDemo: false })).rejects.toThrow(
      'parts',
    );
    await getDb()
      .insertInto('plan')
      .values({ id: 'broken', document: '{"id":"broken"}', content_hash: 'd', is_demo: 0 })
      .execute();
    await expect(findPlan(getDb(), 'broken')).rejects.toThrow('title');
  });
});
