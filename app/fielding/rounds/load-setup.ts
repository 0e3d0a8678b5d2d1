import { loadWordings, type TermWordings } from '#app/fielding/rounds/known-terms.ts';
import type { Services } from '#app/fielding/services.ts';
import type { Db } from '#db/connect.ts';
import { getPlan, listPlans } from '#db/queries/plan.ts';
import { findRound } from '#db/queries/round.ts';
import { findRoundSetup } from '#db/queries/round-setup.ts';
import { listRoundSteps, type RoundStep } from '#db/queries/round-step.ts';
import { fiscalYearOf } from '#surveys/plan/fiscal-year.ts';
import { listIndicators, type Plan } from '#surveys/plan/plan.ts';
import {
  comparePeriods,
  isYearOfPlan,
  listChoosablePlans,
  listPlanYears,
} from '#surveys/plan/plan-choice.ts';
import { availableLocales } from '#surveys/questionnaire/available-locales.ts';
import { composeQuestionnaire } from '#surveys/questionnaire/compose.ts';
import { inferSetup } from '#surveys/round/compose-round.ts';
import { type PlannedSample, planSample } from '#surveys/round/plan-sample.ts';
import type { Round } from '#surveys/round/round.ts';
import type { RoundSetup } from '#surveys/round/setup.ts';
import { findSetupProblems, type SetupProblem } from '#surveys/round/setup-problems.ts';
import type { TermName } from '#surveys/round/terms.ts';
import type { Locale } from '#surveys/text.ts';

export interface SetupPlan extends Pick<Plan, 'id' | 'title' | 'baseFiscalYear' | 'targetFiscalYear'> {
  /** The years whose evaluation a round of this plan may be made for, the earliest first. */
  readonly fiscalYears: readonly number[];
}

/** A round in preparation, as its pages show it. */
export interface SetupView {
  readonly round: Omit<Round, 'version' | 'state'>;
  readonly setup: RoundSetup;
  /** Every plan, the newest period first. */
  readonly plans: readonly SetupPlan[];
  /** Whether there are several to choose from. */
  readonly hasPlanChoice: boolean;
  /** Every indicator that the chosen questionnaire can measure. */
  readonly indicators: readonly { readonly id: string; readonly wording: string }[];
  readonly planned: PlannedSample;
  readonly problems: readonly SetupProblem[];
  /** Languages in which residents can answer, Japanese first. */
  readonly languages: readonly Locale[];
  readonly wordings: Readonly<Record<TermName, TermWordings>>;
  /** The latest return to preparation and its comment; null when there was none. */
  readonly returned: RoundStep | null;
}

/** What was chosen for a round, or what can be told from it. */
export const getRoundSetup = async (db: Db, round: Round): Promise<RoundSetup> =>
  (await findRoundSetup(db, round.id)) ?? inferSetup(round);

/** Gathers what the pages of a round's preparation and of its approval show. */
export async function loadSetup(services: Services, round: Round): Promise<SetupView> {
  const { catalog, db, now } = services;
  const setup = await getRoundSetup(db, round);
  const stored = await listPlans(db);
  const plans = stored.map(({ plan }) => plan).sort(comparePeriods);
  const hasPlanChoice = listChoosablePlans(stored).length > 1;
  const plan = plans.find(({ id }) => id === round.planId);
  const wordings = new Map((plan ? listIndicators(plan) : []).map(({ id, wording }) => [id, wording]));
  const recipe = catalog.recipes.find(({ id }) => id === setup.recipeId);
  const { measurements } = recipe ? composeQuestionnaire(recipe, catalog.blocks) : round.questionnaire;
  const year = fiscalYearOf(now().toISOString());
  const { version: _version, state: _state, ...shown } = round;
  const steps = await listRoundSteps(db, round.id);
  return {
    round: shown,
    setup,
    plans: plans.map((each) => ({
      ...{ id: each.id, title: each.title },
      ...{ baseFiscalYear: each.baseFiscalYear, targetFiscalYear: each.targetFiscalYear },
      fiscalYears: hasPlanChoice
        ? listPlanYears(each)
        : [...new Set([year - 1, year, year + 1, round.fiscalYear])].sort(),
    })),
    hasPlanChoice,
    indicators: measurements.map(({ indicator }) => ({
      id: indicator,
      wording: wordings.get(indicator) ?? '',
    })),
    planned: planSample({ ...round, plan: setup.plan }),
    problems: await listSetupProblems(services, round, setup),
    languages: availableLocales(round.questionnaire),
    wordings: await loadWordings(services, { round, setup }),
    returned: steps.findLast(({ transition }) => transition === 'return') ?? null,
  };
}

/** What speaks against asking for a round's approval now, its likeness to the round it copies included. */
export async function listSetupProblems(
  { db, now }: Pick<Services, 'db' | 'now'>,
  round: Round,
  setup: RoundSetup,
): Promise<readonly SetupProblem[]> {
  const earlier = setup.copiedFrom ? await findRound(db, setup.copiedFrom) : undefined;
  const earlierIndicatorIds = earlier ? (await getRoundSetup(db, earlier)).indicatorIds : [];
  const plan = await getPlan(db, round.planId);
  return findSetupProblems(round, setup, {
    now: now().toISOString(),
    earlierIndicatorIds,
    isYearOfPlan: isYearOfPlan(listChoosablePlans(await listPlans(db)), plan, round.fiscalYear),
  });
}
