import { audit } from '#app/fielding/audit/audit.ts';
import type { Services } from '#app/fielding/services.ts';
import type { Account } from '#db/queries/account.ts';
import { listPlans } from '#db/queries/plan.ts';
import { insertRound } from '#db/queries/round.ts';
import { findRoundSetup, upsertRoundSetup } from '#db/queries/round-setup.ts';
import { inTransaction } from '#db/transaction.ts';
import { fiscalYearOf, formatEra } from '#surveys/plan/fiscal-year.ts';
import type { Plan } from '#surveys/plan/plan.ts';
import { isYearOfPlan, listChoosablePlans } from '#surveys/plan/plan-choice.ts';
import { composeQuestionnaire } from '#surveys/questionnaire/compose.ts';
import { composeRound, inferSetup, stillMeasured } from '#surveys/round/compose-round.ts';
import type { Round } from '#surveys/round/round.ts';
import {
  accessOfMode,
  designOfMode,
  listModes,
  type RoundSetup,
  setupSteps,
  usualPlan,
} from '#surveys/round/setup.ts';
import { shiftDay, shiftInstant, yearsToShift } from '#surveys/round/shift-years.ts';
import { defaultTerms, usuallyKeptUntil } from '#surveys/round/terms.ts';
import { usualDates } from '#surveys/round/usual-dates.ts';
import { localize } from '#surveys/text.ts';

interface DraftInput {
  readonly by: Account;
  readonly recipeId: string;
  /** Null where nobody chose one, as there is only one. */
  readonly planId: string | null;
}

export type DraftResult =
  | { readonly kind: 'made'; readonly round: Round }
  | { readonly kind: 'unknown_questionnaire' }
  /** There are several plans and none of them was chosen. */
  | { readonly kind: 'plan_not_chosen' };

/**
 * Makes a round in preparation with everything at its usual value: of the plan that was chosen, for today's fiscal
 * year. Where the plan is not for that year, another has to be chosen before approval can be asked for.
 */
export async function createDraft(
  services: Services,
  { by, recipeId, planId }: DraftInput,
): Promise<DraftResult> {
  const { db, catalog, usualTerms, now, randomness } = services;
  const recipe = catalog.recipes.find(({ id }) => id === recipeId);
  if (!recipe) return { kind: 'unknown_questionnaire' };
  const stored = await listPlans(db);
  const plans = listChoosablePlans(stored);
  const plan = choosePlan(plans, planId);
  if (!plan) return { kind: 'plan_not_chosen' };
  const [mode] = listModes(recipe.audience);
  const measured = composeQuestionnaire(recipe, catalog.blocks).measurements;
  const setup: RoundSetup = {
    recipeId,
    indicatorIds: measured.map(({ indicator }) => indicator),
    mode,
    plan: usualPlan,
    savedSteps: [],
    copiedFrom: null,
  };
  const frozen = composeRound(catalog, { ...setup, layout: recipe.layout });
  if (!frozen) return { kind: 'unknown_questionnaire' };
  const fiscalYear = fiscalYearOf(now().toISOString());
  const title = localize(recipe.title, 'ja');
  const dates = usualDates(now(), mode);
  const { audience } = frozen.questionnaire;
  const round: Round = {
    id: randomness.newId(),
    planId: plan.id,
    fiscalYear,
    // A year that still has to be chosen must not stand in the name.
    title: isYearOfPlan(plans, plan, fiscalYear) ? `${formatEra(fiscalYear).long} ${title}` : title,
    audience,
    design: designOfMode(mode, { populationSize: null, nIssued: null }),
    state: 'draft',
    access: accessOfMode(mode),
    reminder: 'everyone',
    ...dates,
    populationSize: null,
    nIssued: null,
    questionnaire: frozen.questionnaire,
    questionnaireHash: frozen.hash,
    isDemo: stored.some(({ plan: { id }, isDemo }) => id === plan.id && isDemo),
    frame: null,
    terms: defaultTerms(usualTerms[audience], dates.closesAt),
    version: 0,
  };
  await store(services, { by, round, setup, action: 'round.launched' });
  return { kind: 'made', round };
}

/** The plan with the chosen id; the only one where none was chosen. */
function choosePlan(plans: readonly Plan[], planId: string | null): Plan | undefined {
  if (planId !== null) return plans.find(({ id }) => id === planId);
  const [only, ...others] = plans;
  return others.length === 0 ? only : undefined;
}

/**
 * Makes a round in preparation out of an earlier one: the same questionnaire choice as the catalogue has it now,
 * frame, texts and ways, a year later. Undefined when the catalogue does not have its questionnaire any more.
 */
export async function copyRound(
  services: Services,
  { by, earlier }: { readonly by: Account; readonly earlier: Round },
): Promise<Round | undefined> {
  const { db, catalog, now, randomness } = services;
  const earlierSetup = (await findRoundSetup(db, earlier.id)) ?? inferSetup(earlier);
  const chosen = { ...earlierSetup, indicatorIds: stillMeasured(catalog, earlierSetup) };
  if (chosen.indicatorIds.length === 0) return undefined;
  const frozen = composeRound(catalog, { ...chosen, layout: earlier.questionnaire.layout });
  if (!frozen) return undefined;
  const years = yearsToShift(earlier.closesAt, now().toISOString());
  const fiscalYear = earlier.fiscalYear + years;
  const access = accessOfMode(chosen.mode);
  const round: Round = {
    ...earlier,
    id: randomness.newId(),
    fiscalYear,
    title: earlier.title.replace(formatEra(earlier.fiscalYear).long, formatEra(fiscalYear).long),
    state: 'draft',
    opensAt: shiftInstant(earlier.opensAt, years),
    closesAt: shiftInstant(earlier.closesAt, years),
    questionnaire: frozen.questionnaire,
    questionnaireHash: frozen.hash,
    audience: frozen.questionnaire.audience,
    access,
    frame: chosen.mode === 'letter' ? earlier.frame : null,
    design: designOfMode(chosen.mode, earlier),
    reminder: access === 'code' ? earlier.reminder : 'everyone',
    terms: { ...earlier.terms, ...keptLater(earlier, years) },
    version: 0,
  };
  // Population counts grow old: they have to be looked at again.
  const savedSteps = setupSteps.filter((step) => !['frame', 'preview', 'summary'].includes(step));
  const setup: RoundSetup = { ...chosen, savedSteps: [...savedSteps], copiedFrom: earlier.id };
  await store(services, { by, round, setup, action: 'round.copied' });
  return round;
}

/** The days of keeping, later by as many years; those of the demo's own rounds count from the day it was loaded. */
function keptLater({ isDemo, terms, closesAt }: Round, years: number) {
  const usual = usuallyKeptUntil(shiftInstant(closesAt, years));
  const day = (name: 'paperKeptUntil' | 'responsesKeptUntil') =>
    isDemo ? usual[name] : shiftDay(terms[name], years);
  return { paperKeptUntil: day('paperKeptUntil'), responsesKeptUntil: day('responsesKeptUntil') };
}

async function store(
  services: Services,
  {
    by,
    round,
    setup,
    action,
  }: {
    readonly by: Account;
    readonly round: Round;
    readonly setup: RoundSetup;
    readonly action: 'round.launched' | 'round.copied';
  },
): Promise<void> {
  await inTransaction(services.db, async (tx) => {
    await insertRound(tx, round);
    await upsertRoundSetup(tx, round.id, setup);
    const { title, fiscalYear, questionnaireHash } = round;
    const detail = { title, fiscalYear, questionnaireHash, copiedFrom: setup.copiedFrom };
    await audit(services, tx, { by, action, on: { type: 'round', id: round.id }, detail });
  });
}
