import { expect, it } from 'vitest';
import { makeDemoFrame } from '#app/demo/demo-frame.ts';
import { loadDemo } from '#app/demo/load-demo.ts';
import { getPlan } from '#db/queries/plan.ts';
import { listRounds } from '#db/queries/round.ts';
import { listTally } from '#db/queries/tally.ts';
import { storeCatalogPlan } from '#db/store-catalog-plan.ts';
import { loadPlan } from '#surveys/catalog/load-plan.ts';
import { loadCatalogQuestionnaires } from '#surveys/catalog/load-questionnaires.ts';
import { loadUsualTerms } from '#surveys/catalog/load-terms.ts';
import { evaluateRound } from '#surveys/evaluation/evaluate-round.ts';
import { composeQuestionnaire } from '#surveys/questionnaire/compose.ts';
import { checkFrame, frameSchema } from '#surveys/round/frame.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';

const catalogDir = 'surveys/catalog/konohana';
const plan = loadPlan(`${catalogDir}/plan-h27.yaml`);
const catalog = loadCatalogQuestionnaires(catalogDir);
const usualTerms = loadUsualTerms(`${catalogDir}/terms.yaml`);
const recipe = catalog.recipes.find(({ id }) => id === 'residents');
if (!recipe) throw new Error('the catalogue has no residents questionnaire');
const questionnaire = composeQuestionnaire(recipe, catalog.blocks);

it('counts 65,000 made-up people in margins that agree', () => {
  const frame = makeDemoFrame(questionnaire, { asOf: '2026-04-01', nIssued: 2_000 });
  expect(frameSchema.parse(frame)).toEqual(frame);
  expect(checkFrame(frame)).toEqual([]);
  expect(frame.strata).toEqual([{ id: 'all', population: 65_000, nIssued: 2_000 }]);
  expect(frame.source).toContain('デモ');
});

describeOnEachDatabase('demo frame', (getDb) => {
  it('lets every random sample of the demo be weighted, and no other round', async () => {
    const db = getDb();
    await storeCatalogPlan(db, { plan, isDemo: false });
    await loadDemo(db, { plan, catalog, usualTerms, now: new Date('2026-11-22T12:00:00.000Z') });
    for (const round of await listRounds(db)) {
      const { weighting } = evaluateRound({
        plan: await getPlan(db, round.planId),
        round,
        tally: await listTally(db, round.id),
        state: 'provisional',
      });
      expect([round.id, weighting.kind]).toEqual([
        round.id,
        round.design === 'probability' ? 'weighted' : 'not_a_sample',
      ]);
    }
  });
});
