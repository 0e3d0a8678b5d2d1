import type { Services } from '#app/fielding/services.ts';
import { listPlans } from '#db/queries/plan.ts';
import { listRounds } from '#db/queries/round.ts';
import { fiscalYearOf } from '#surveys/plan/fiscal-year.ts';
import type { Plan } from '#surveys/plan/plan.ts';
import { findObviousPlan, listChoosablePlans } from '#surveys/plan/plan-choice.ts';
import { composeQuestionnaire } from '#surveys/questionnaire/compose.ts';
import { type Audience, audiences } from '#surveys/questionnaire/definition.ts';
import type { LocalizedText } from '#surveys/text.ts';

export interface RecipeChoice {
  readonly id: string;
  readonly title: LocalizedText;
  readonly audience: Audience;
  readonly minutes: number;
  readonly nQuestions: number;
}

export interface LaunchChoices {
  /** The plans a new round may be made for, the newest period first. */
  readonly plans: readonly Pick<Plan, 'id' | 'title' | 'baseFiscalYear' | 'targetFiscalYear'>[];
  /** The one that the choice starts from; null where none is more obvious than the others. */
  readonly obviousPlanId: string | null;
  readonly recipes: readonly RecipeChoice[];
  /** Rounds that a new one may copy, the latest first. */
  readonly earlier: readonly { readonly id: string; readonly title: string; readonly fiscalYear: number }[];
}

/** The plans and questionnaires a new round may be made of, and the rounds it may copy. */
export async function listLaunchChoices({ db, catalog, now }: Services): Promise<LaunchChoices> {
  const recipes = catalog.recipes.map((recipe) => ({
    id: recipe.id,
    title: recipe.title,
    audience: recipe.audience,
    minutes: recipe.minutes,
    nQuestions: composeQuestionnaire(recipe, catalog.blocks).pages.flatMap(({ questions }) => questions)
      .length,
  }));
  // Residents come first: theirs is the questionnaire of every year.
  recipes.sort((a, b) => audiences.indexOf(a.audience) - audiences.indexOf(b.audience));
  const earlier = (await listRounds(db))
    .filter(({ state }) => state !== 'draft')
    .map(({ id, title, fiscalYear }) => ({ id, title, fiscalYear }));
  const plans = listChoosablePlans(await listPlans(db));
  return {
    plans: plans.map(({ id, title, baseFiscalYear, targetFiscalYear }) => ({
      ...{ id, title, baseFiscalYear, targetFiscalYear },
    })),
    obviousPlanId: findObviousPlan(plans, fiscalYearOf(now().toISOString()))?.id ?? null,
    recipes,
    earlier,
  };
}
