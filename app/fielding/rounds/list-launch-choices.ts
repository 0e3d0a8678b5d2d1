import type { Services } from '#app/fielding/services.ts';
import { listRounds } from '#db/queries/round.ts';
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
  readonly recipes: readonly RecipeChoice[];
  /** Rounds that a new one may copy, the latest first. */
  readonly earlier: readonly { readonly id: string; readonly title: string; readonly fiscalYear: number }[];
}

/** The questionnaires a new round may field, and the rounds it may copy. */
export async function listLaunchChoices({ db, catalog }: Services): Promise<LaunchChoices> {
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
  return { recipes, earlier };
}
