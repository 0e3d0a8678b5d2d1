import { createHash } from 'node:crypto';
import { demoManager, storeDemoAccounts } from '#app/demo/demo-accounts.ts';
import { spreadOverDays } from '#app/demo/demo-days.ts';
import { makeDemoFrame } from '#app/demo/demo-frame.ts';
import { type DemoRound, listDemoRounds, listPublishedValues } from '#app/demo/demo-rounds.ts';
import { createSeededRandom, type SeededRandom } from '#app/demo/random.ts';
import { exactShareCount, nearShareCount } from '#app/demo/share-count.ts';
import { synthesizeResponses } from '#app/demo/synthesize.ts';
import type { DemoResponse } from '#app/demo/synthesize-shares.ts';
import { acceptSubmissions } from '#app/fielding/accept/accept-submissions.ts';
import { mixRound } from '#app/fielding/mix/mix-round.ts';
import { finaliseResults } from '#app/fielding/rounds/finalise-results.ts';
import { moveRound, type RoundMove } from '#app/fielding/rounds/move-round.ts';
import { storePlan } from '#app/fielding/store-plans.ts';
import type { Db } from '#db/dialect.ts';
import { findRound, getRound, insertRound } from '#db/queries/round.ts';
import type { QuestionnaireCatalog } from '#surveys/catalog/load-questionnaires.ts';
import { demoPlan } from '#surveys/plan/demo-plan.ts';
import { listIndicators, type Plan } from '#surveys/plan/plan.ts';
import { composeQuestionnaire, selectIndicators } from '#surveys/questionnaire/compose.ts';
import type { Questionnaire, QuestionnaireRecipe } from '#surveys/questionnaire/definition.ts';
import { freezeQuestionnaire } from '#surveys/questionnaire/freeze.ts';
import { composeSubmission } from '#surveys/response/submission.ts';
import { mixingMinimum } from '#surveys/round/anonymity.ts';
import type { Round } from '#surveys/round/round.ts';
import { wholeStratum } from '#surveys/round/stratum.ts';
import { defaultTerms, type UsualTerms } from '#surveys/round/terms.ts';

const softwareVersion = 'demo';

interface DemoInput {
  /** The ward's own plan, which the demo's plan copies without its results. */
  readonly plan: Plan;
  readonly catalog: QuestionnaireCatalog;
  readonly usualTerms: UsualTerms;
  readonly now: Date;
}

/**
 * Loads the demo beside the ward's plan: accounts, its copy of that plan, finished rounds whose synthetic
 * answers are accepted, mixed, counted, finalised and published by the same code as real ones, and a round to
 * answer, as far as the ward has questionnaires for them. What is there already stays as it is, but for finished
 * rounds that were never published.
 */
export async function loadDemo(db: Db, { plan, ...input }: DemoInput): Promise<void> {
  const { now } = input;
  const demo = demoPlan(plan);
  await storeDemoAccounts(db);
  await storePlan(db, { plan: demo, isDemo: true });
  const random = createSeededRandom(plan.baseFiscalYear);
  const measured = input.catalog.recipes.filter(
    (recipe) => listMeasured(recipe, { ...input, plan }).length > 0,
  );
  const isMeasured = ({ recipeId }: DemoRound) => measured.some(({ id }) => id === recipeId);
  for (const round of listDemoRounds(plan, now).filter(isMeasured)) {
    const isThere = (await findRound(db, round.id)) !== undefined;
    if (!isThere) {
      const stored = await insertDemoRound(db, { ...input, round, plan: demo });
      const responses = synthesizeResponses({
        questionnaire: stored.questionnaire,
        nResponses: round.nResponses,
        wanted: listPublishedValues(plan),
        countOf: round.isFinished ? exactShareCount : nearShareCount,
        random,
      });
      await acceptAll(db, stored, { responses: nameResponses(responses, round.names), random, now });
      if (round.isFinished) await finish(db, stored, demo, random);
    }
    if (round.isFinished) await publish(db, round);
  }
}

type NamedResponse = DemoResponse & { readonly stratum: string };

/** Names take the place of a stratum, as they do where codes are made by name. */
const nameResponses = (responses: readonly DemoResponse[], names: readonly string[]): NamedResponse[] =>
  responses.map((response, index) => ({ ...response, stratum: names[index % names.length] ?? wholeStratum }));

async function insertDemoRound(db: Db, input: DemoInput & { readonly round: DemoRound }): Promise<Round> {
  const { recipeId, nResponses: _n, names: _names, isFinished: _f, ...facts } = input.round;
  const recipe = input.catalog.recipes.find(({ id }) => id === recipeId);
  if (!recipe) throw new Error(`the catalogue has no questionnaire ${recipeId}`);
  const { questionnaire, hash } = freezeQuestionnaire(composeForPlan(recipe, input));
  const round: Round = {
    ...facts,
    planId: input.plan.id,
    audience: questionnaire.audience,
    state: 'open',
    access: 'open',
    reminder: 'everyone',
    questionnaire,
    questionnaireHash: hash,
    isDemo: true,
    frame: facts.design === 'probability' ? makeDemoFrame(questionnaire, frameOf(facts)) : null,
    // Made up today, they are kept from today on: rounds of long ago would be erased at once.
    terms: defaultTerms(
      input.usualTerms[questionnaire.audience],
      [facts.closesAt, input.now.toISOString()].sort().at(-1) ?? facts.closesAt,
    ),
    version: 0,
  };
  await insertRound(db, round);
  return round;
}

/** The questionnaire without what only another plan of the ward asks for. */
function composeForPlan(recipe: QuestionnaireRecipe, of: Pick<DemoInput, 'plan' | 'catalog'>): Questionnaire {
  const { blocks } = of.catalog;
  return composeQuestionnaire(selectIndicators(recipe, blocks, listMeasured(recipe, of)), blocks);
}

/** The indicators of the plan that the questionnaire measures. */
function listMeasured(
  recipe: QuestionnaireRecipe,
  { plan, catalog }: Pick<DemoInput, 'plan' | 'catalog'>,
): readonly string[] {
  const planned = new Set(listIndicators(plan).map(({ id }) => id));
  const { measurements } = composeQuestionnaire(recipe, catalog.blocks);
  return measurements.map(({ indicator }) => indicator).filter((id) => planned.has(id));
}

/** Counts of the day the round opened, as the ward's register would have given them. */
const frameOf = ({ opensAt, nIssued }: Pick<DemoRound, 'opensAt' | 'nIssued'>) => ({
  asOf: opensAt.slice(0, 10),
  nIssued,
});

async function acceptAll(
  db: Db,
  round: Round,
  {
    responses,
    random,
    now,
  }: { readonly responses: readonly NamedResponse[]; readonly random: SeededRandom; readonly now: Date },
): Promise<void> {
  for (const { day, items } of spreadOverDays(responses, round, now)) {
    await acceptSubmissions(db, {
      submissions: items.map(({ answers, channel, stratum }) =>
        composeSubmission({
          round,
          keyHash: createHash('sha256').update(random.newId()).digest('base64url'),
          answers,
          channel,
          stratum,
          counters: { language: 'ja', device: channel === 'paper' ? 'paper' : 'phone' },
        }),
      ),
      now: round.opensAt,
      day,
      newId: random.newId,
    });
  }
  const batch = { roundId: round.id, minimum: mixingMinimum(round.audience), randomness: random };
  while ((await mixRound(db, batch)).kind === 'mixed');
}

/** Closes a round at its date, as the clock would have, and finalises it. */
async function finish(db: Db, round: Round, plan: Plan, randomness: SeededRandom): Promise<void> {
  await move(db, round, { transition: 'close', mover: 'clock', actor: null });
  const outcome = await finaliseResults(db, {
    plan,
    roundId: round.id,
    now: round.closesAt,
    softwareVersion,
    randomness,
    actor: null,
    mover: 'staff',
    afterwards: async () => {},
  });
  if (outcome.kind !== 'finalised')
    throw new Error(`demo round ${round.id} was not finalised: ${outcome.kind}`);
}

/** Publishes a finished round as the demo's manager would; one that is not final, or published, stays as it is. */
async function publish(db: Db, round: DemoRound): Promise<void> {
  if ((await getRound(db, round.id)).state !== 'finalised') return;
  await move(db, round, { transition: 'publish', mover: 'manager', actor: demoManager });
}

/** Moves a round along on the day it closed. */
async function move(
  db: Db,
  { id: roundId, closesAt }: Pick<Round, 'id' | 'closesAt'>,
  by: Pick<RoundMove, 'transition' | 'mover' | 'actor'>,
): Promise<void> {
  const outcome = await moveRound(db, {
    ...by,
    roundId,
    needsFourEyes: true,
    note: '',
    newClosesAt: null,
    seenRequest: null,
    now: closesAt,
    afterwards: async () => {},
  });
  if (outcome.kind !== 'moved') throw new Error(`demo round ${roundId}: ${by.transition} was refused`);
}
