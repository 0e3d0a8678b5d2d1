import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { checkQuestionnaire } from '#surveys/questionnaire/check.ts';
import { composeQuestionnaire } from '#surveys/questionnaire/compose.ts';
import {
  type QuestionBlock,
  type Questionnaire,
  type QuestionnaireRecipe,
  questionBlockSchema,
  questionnaireRecipeSchema,
} from '#surveys/questionnaire/definition.ts';
import { QuestionnaireError } from '#surveys/questionnaire/problem.ts';
import { CatalogError } from './catalog-error.ts';
import { loadText, readOrExplain } from './load-text.ts';
import { parseYaml } from './parse-yaml.ts';

/** What a ward can ask: its blocks, its ready-made recipes, and the questionnaires they make, by file name. */
export interface QuestionnaireCatalog {
  readonly blocks: readonly QuestionBlock[];
  readonly recipes: readonly QuestionnaireRecipe[];
  readonly questionnaires: readonly Questionnaire[];
}

/**
 * Reads a ward's `blocks/*.yaml` and `questionnaires/*.yaml`, composes every recipe and checks the outcome.
 * @param dir The ward's folder in the catalogue.
 * @throws {CatalogError} For the first file that cannot be read or parsed, is not named after its id, or makes
 * a questionnaire that `checkQuestionnaire` finds fault with; the path is then one of the composed
 * questionnaire.
 */
export function loadCatalogQuestionnaires(dir: string): QuestionnaireCatalog {
  const blocks = loadAll(join(dir, 'blocks'), questionBlockSchema);
  const recipes = loadAll(join(dir, 'questionnaires'), questionnaireRecipeSchema);
  const questionnaires = recipes.map((recipe) =>
    composeAndCheck(join(dir, 'questionnaires', `${recipe.id}.yaml`), recipe, blocks),
  );
  return { blocks, recipes, questionnaires };
}

function loadAll<S extends z.ZodType<{ id: string }>>(dir: string, schema: S): readonly z.output<S>[] {
  return listYamlFiles(dir).map((name) => {
    const file = join(dir, name);
    const loaded = parseYaml(loadText(file), file, schema);
    if (name !== `${loaded.id}.yaml`) {
      throw new CatalogError(file, 'id', `${loaded.id} must be the name of the file`);
    }
    return loaded;
  });
}

function listYamlFiles(dir: string): readonly string[] {
  return readOrExplain(dir, () => readdirSync(dir))
    .filter((name) => name.endsWith('.yaml'))
    .sort();
}

function composeAndCheck(
  file: string,
  recipe: QuestionnaireRecipe,
  blocks: readonly QuestionBlock[],
): Questionnaire {
  try {
    const questionnaire = composeQuestionnaire(recipe, blocks);
    const problems = checkQuestionnaire(questionnaire);
    if (problems.length > 0) throw new QuestionnaireError(problems);
    return questionnaire;
  } catch (error) {
    if (!(error instanceof QuestionnaireError)) throw error;
    const [first, ...others] = error.problems;
    const more = others.length === 0 ? '' : ` (and ${others.length} more)`;
    throw new CatalogError(file, first?.path ?? '(document)', `${first?.reason ?? error.message}${more}`);
  }
}
