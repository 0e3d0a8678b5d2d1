import type { AppLoadContext } from '@remix-run/node';
import { listPlans } from '#db/queries/plan.ts';
import { listRounds } from '#db/queries/round.ts';
import { composeQuestionnaire } from '#surveys/questionnaire/compose.ts';
import { type Audience, audiences } from '#surveys/questionnaire/definition.ts';
import { localize } from '#surveys/text.ts';

export interface RecipeChoice {
  readonly id: string;
  readonly title: string;
  readonly audience: Audience;
  readonly minutes: number;
  readonly nQuestions: number;
}

export interface LaunchChoices {
  readonly recipes: readonly RecipeChoice[];
  /** Rounds that a new one may copy, the latest first. */
  readonly earlier: readonly { readonly id: string; readonly title: string; readonly fiscalYear: number }[];
}

/** The questionnaires a new round may field, and the rounds it may copy. */
export async function loadLaunchChoices(context: AppLoadContext): Promise<LaunchChoices> {
  const { db, catalog } = context.services;
  const recipes = catalog.recipes.map((recipe) => ({
    id: recipe.id,
    title: localize(recipe.title, 'ja'),
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
  return { recipes, earlier };
}

/** The plans a round may belong to. */
export async function listPlanChoices(context: AppLoadContext) {
  return (await listPlans(context.services.db)).map(({ plan }) => plan);
}
