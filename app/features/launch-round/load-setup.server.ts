import type { AppLoadContext } from '@remix-run/node';
import { inferSetup } from '#app/features/launch-round/compose-round.ts';
import { findSetupProblems, type SetupProblem } from '#app/features/launch-round/find-setup-problems.ts';
import { listPlanChoices } from '#app/features/launch-round/load-launch-choices.server.ts';
import { type PlannedSample, planSample } from '#app/features/launch-round/plan-sample.ts';
import { findRound } from '#db/queries/round.ts';
import { findRoundSetup } from '#db/queries/round-setup.ts';
import { listRoundSteps, type RoundStep } from '#db/queries/round-step.ts';
import { fiscalYearOf, formatEra } from '#surveys/plan/fiscal-year.ts';
import { listIndicators } from '#surveys/plan/plan.ts';
import { availableLocales } from '#surveys/questionnaire/available-locales.ts';
import { composeQuestionnaire } from '#surveys/questionnaire/compose.ts';
import type { Round } from '#surveys/round/round.ts';
import type { RoundSetup } from '#surveys/round/setup.ts';
import type { Locale } from '#surveys/text.ts';

/** A round in preparation, as its pages show it. */
export interface SetupView {
  readonly round: Omit<Round, 'version' | 'state'>;
  readonly setup: RoundSetup;
  readonly plans: readonly { readonly id: string; readonly title: string }[];
  readonly fiscalYears: readonly { readonly year: number; readonly label: string }[];
  /** Every indicator that the chosen questionnaire can measure. */
  readonly indicators: readonly { readonly id: string; readonly wording: string }[];
  readonly planned: PlannedSample;
  readonly problems: readonly SetupProblem[];
  /** Languages in which residents can answer, Japanese first. */
  readonly languages: readonly Locale[];
  /** The latest return to preparation and its comment; null when there was none. */
  readonly returned: RoundStep | null;
}

/** What was chosen for a round, or what can be told from it. */
export const getRoundSetup = async (context: AppLoadContext, round: Round): Promise<RoundSetup> =>
  (await findRoundSetup(context.services.db, round.id)) ?? inferSetup(round);

/** Gathers what the pages of a round's preparation and of its approval show. */
export async function loadSetup(context: AppLoadContext, round: Round): Promise<SetupView> {
  const { catalog, db, now } = context.services;
  const setup = await getRoundSetup(context, round);
  const plans = await listPlanChoices(context);
  const plan = plans.find(({ id }) => id === round.planId);
  const wordings = new Map((plan ? listIndicators(plan) : []).map(({ id, wording }) => [id, wording]));
  const recipe = catalog.recipes.find(({ id }) => id === setup.recipeId);
  const { measurements } = recipe ? composeQuestionnaire(recipe, catalog.blocks) : round.questionnaire;
  const year = fiscalYearOf(now().toISOString());
  const years = [...new Set([year - 1, year, year + 1, round.fiscalYear])].sort();
  const { version: _version, state: _state, ...shown } = round;
  const steps = await listRoundSteps(db, round.id);
  return {
    round: shown,
    setup,
    plans: plans.map(({ id, title }) => ({ id, title })),
    fiscalYears: years.map((y) => ({ year: y, label: `${formatEra(y).long}(${y}年度)` })),
    indicators: measurements.map(({ indicator }) => ({
      id: indicator,
      wording: wordings.get(indicator) ?? '',
    })),
    planned: planSample({ ...round, plan: setup.plan }),
    problems: [
      ...findSetupProblems(round, setup, now().toISOString()),
      ...(await findGoneIndicators(context, setup)),
    ],
    languages: availableLocales(round.questionnaire),
    returned: steps.findLast(({ transition }) => transition === 'return') ?? null,
  };
}

/** Indicators of the round that this one is a copy of that it does not measure: their series would break off. */
async function findGoneIndicators(context: AppLoadContext, setup: RoundSetup): Promise<SetupProblem[]> {
  const earlier = setup.copiedFrom ? await findRound(context.services.db, setup.copiedFrom) : undefined;
  if (!earlier) return [];
  const { indicatorIds } = await getRoundSetup(context, earlier);
  const gone = indicatorIds.filter((id) => !setup.indicatorIds.includes(id));
  if (gone.length === 0) return [];
  const message = `もとの調査回にあった指標のうち、${gone.join('、')}が入っていません。前の回と比べられなくなります。`;
  return [{ step: 'questionnaire', isBlocking: false, message }];
}
