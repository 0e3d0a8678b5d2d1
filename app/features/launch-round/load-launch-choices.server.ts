import type { AppLoadContext } from '@remix-run/node';
import { listPlans } from '#db/queries/plan.ts';
import { fiscalYearOf, formatEra } from '#surveys/plan/fiscal-year.ts';
import { listIndicators } from '#surveys/plan/plan.ts';
import { composeQuestionnaire } from '#surveys/questionnaire/compose.ts';
import type { Audience } from '#surveys/questionnaire/definition.ts';
import { localize } from '#surveys/text.ts';

export interface RecipeChoice {
  readonly id: string;
  readonly title: string;
  readonly audience: Audience;
  readonly minutes: number;
  readonly nQuestions: number;
}

export interface ChosenRecipe extends RecipeChoice {
  readonly indicators: readonly { readonly id: string; readonly wording: string }[];
}

export interface LaunchChoices {
  readonly recipes: readonly RecipeChoice[];
  readonly chosen: ChosenRecipe | null;
  readonly plans: readonly { readonly id: string; readonly title: string }[];
  readonly fiscalYears: readonly { readonly year: number; readonly label: string }[];
  /** First and last instant of the usual fielding time: from now for four weeks, in Japanese time. */
  readonly opensAt: string;
  readonly closesAt: string;
}

const fieldingDays = 28;
const dayMs = 24 * 60 * 60 * 1000;

/** `YYYY-MM-DDThh:mm` in Japanese time, as a date field wants it. */
const toJapaneseTime = (date: Date) =>
  new Date(date.getTime() + 9 * 60 * 60 * 1000).toISOString().slice(0, 16);

/** What a clerk may choose from when making a round, with the usual answers filled in. */
export async function loadLaunchChoices(
  context: AppLoadContext,
  recipeId: string | null,
): Promise<LaunchChoices> {
  const { db, catalog, now, hasDemo } = context.services;
  const plans = (await listPlans(db)).filter((plan) => hasDemo || !plan.isDemo);
  const wordings = new Map(
    plans.flatMap(({ plan }) => listIndicators(plan)).map(({ id, wording }) => [id, wording]),
  );
  const recipes = catalog.recipes.map((recipe) => {
    const questionnaire = composeQuestionnaire(recipe, catalog.blocks);
    return {
      id: recipe.id,
      title: localize(recipe.title, 'ja'),
      audience: recipe.audience,
      minutes: recipe.minutes,
      nQuestions: questionnaire.pages.flatMap(({ questions }) => questions).length,
      indicators: questionnaire.measurements.map(({ indicator }) => ({
        id: indicator,
        wording: wordings.get(indicator) ?? '',
      })),
    };
  });
  const today = now();
  const year = fiscalYearOf(today.toISOString());
  const lastDay = new Date(today.getTime() + fieldingDays * dayMs);
  return {
    recipes,
    chosen: recipes.find(({ id }) => id === recipeId) ?? null,
    plans: plans.map(({ plan }) => ({ id: plan.id, title: plan.title })),
    fiscalYears: [year, year - 1, year + 1].map((y) => ({
      year: y,
      label: `${formatEra(y).long}(${y}年度)`,
    })),
    opensAt: toJapaneseTime(today),
    closesAt: `${toJapaneseTime(lastDay).slice(0, 10)}T23:59`,
  };
}
