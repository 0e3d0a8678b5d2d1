import { expect, it } from 'vitest';
import { loadDemo } from '#app/demo/load-demo.ts';
import { isVerified, verifyRound } from '#app/fielding/results/verify-results.ts';
import { listResponses } from '#db/queries/response.ts';
import { listPublishedResults } from '#db/queries/result.ts';
import { getRound, listRounds } from '#db/queries/round.ts';
import { listRoundSteps } from '#db/queries/round-step.ts';
import { nResponses } from '#db/queries/tally.ts';
import { storeCatalogPlan } from '#db/store-catalog-plan.ts';
import { loadPlan } from '#surveys/catalog/load-plan.ts';
import { loadCatalogQuestionnaires } from '#surveys/catalog/load-questionnaires.ts';
import { loadUsualTerms } from '#surveys/catalog/load-terms.ts';
import { loadWard } from '#surveys/catalog/load-ward.ts';
import { listIndicators } from '#surveys/plan/plan.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { putRoundInState } from '#tests/helpers/round-state.ts';

const catalogDir = 'surveys/catalog/konohana';
const plan = loadPlan(`${catalogDir}/plan-h27.yaml`);
const catalog = loadCatalogQuestionnaires(catalogDir);
const usualTerms = loadUsualTerms(`${catalogDir}/terms.yaml`);
const now = new Date('2026-11-22T12:00:00.000Z');

const published = new Map(
  listIndicators(plan).flatMap(({ id, publishedResults }) =>
    publishedResults.map(({ value }) => [id, Number(value).toFixed(1)] as const),
  ),
);

describeOnEachDatabase('the demo', (getDb) => {
  it('counts the eleven published values out of stored responses, and publishes them', async () => {
    const db = getDb();
    await storeCatalogPlan(db, { plan, isDemo: false });
    await loadDemo(db, { plan, catalog, usualTerms, now });
    const results = await listPublishedResults(db, { planId: 'konohana-demo', fiscalYear: 2015 });
    expect(new Map(results.map(({ indicatorId, result }) => [indicatorId, result.display]))).toEqual(
      published,
    );
    expect(published.size).toBe(11);
    expect(await listPublishedResults(db, { planId: 'konohana', fiscalYear: 2015 })).toEqual([]);
    for (const round of await listRounds(db, { planId: 'konohana-demo' })) {
      const verdict = await verifyRound(db, { round, now: now.toISOString(), softwareVersion: 'demo' });
      expect(isVerified(verdict), round.id).toBe(true);
      expect(verdict).toMatchObject({ basis: 'responses', nNotesOfOtherVersion: 0 });
    }
  });

  it('says of every visit who made it, but never who of the residents answered', async () => {
    const strataOf = async (roundId: string) =>
      [...new Set((await listResponses(getDb(), roundId)).map(({ stratum }) => stratum))].sort();
    expect(await strataOf('demo-mystery-shoppers-2015')).toEqual(['調査員A', '調査員B', '調査員C']);
    expect(await strataOf('demo-organisations-2015')).toHaveLength(14);
    expect(await strataOf('demo-residents-2015')).toEqual(['all']);
  });

  it('is loaded once, however often it is asked for, and leaves a round open to answer', async () => {
    const db = getDb();
    const before = await listRounds(db);
    await loadDemo(db, { plan, catalog, usualTerms, now });
    expect((await listRounds(db)).length).toBe(before.length);
    const open = before.filter(({ state }) => state === 'open');
    expect(open.map(({ id }) => id)).toEqual(['demo-residents-2026']);
    expect(await nResponses(db, 'demo-residents-2026')).toBe(120);
    expect(before.every(({ isDemo }) => isDemo)).toBe(true);
  });

  it('publishes what an earlier version left final', async () => {
    const db = getDb();
    const roundId = 'demo-residents-2015';
    await putRoundInState(db, { roundId, from: 'published', to: 'finalised' });
    await db.updateTable('result').set({ state: 'final' }).where('round_id', '=', roundId).execute();
    await loadDemo(db, { plan, catalog, usualTerms, now });
    expect((await getRound(db, roundId)).state).toBe('published');
    const results = await listPublishedResults(db, { planId: 'konohana-demo', fiscalYear: 2015 });
    expect(results.length).toBe(published.size);
    const steps = await listRoundSteps(db, roundId);
    expect(steps.at(-1)).toMatchObject({ transition: 'publish', actor: { id: 'demo-manager' } });
  });
});

describeOnEachDatabase('the demo of a ward with two plans and one questionnaire', (getDb) => {
  it('asks what its own plan measures and nothing else, and publishes no figure that the ward has not', async () => {
    const db = getDb();
    const { plans, ward, questionnaires, usualTerms: terms } = loadWard('tests/fixtures/wards/minatodai');
    const shown = plans.find(({ id }) => id === ward.demoPlan);
    if (!shown) throw new Error('the ward has its plan');
    await loadDemo(db, { plan: shown, catalog: questionnaires, usualTerms: terms, now });
    const rounds = await listRounds(db);
    expect(rounds.map(({ id, planId }) => [id, planId]).sort()).toEqual([
      ['demo-residents-2025', 'minatodai-r7-demo'],
      ['demo-residents-2026', 'minatodai-r7-demo'],
    ]);
    for (const { questionnaire } of rounds) {
      expect(questionnaire.measurements.map(({ indicator }) => indicator)).toEqual([
        '1-1',
        '2-1-i',
        '2-1-ii',
      ]);
      expect(questionnaire.pages.map(({ id }) => id)).toContain('profile');
    }
    expect(await nResponses(db, 'demo-residents-2026')).toBe(120);
  });
});
