import { formatCanonicalJson } from '#surveys/questionnaire/canonical-json.ts';
import type {
  Page,
  QuestionBlock,
  Questionnaire,
  QuestionnaireRecipe,
} from '#surveys/questionnaire/definition.ts';
import { QuestionnaireError } from '#surveys/questionnaire/problem.ts';

/**
 * Puts a questionnaire together from the blocks its recipe names, in their order.
 *
 * Pages of the same id in several blocks are one topic: they become one page, standing where it first appears,
 * and must agree in title, help and condition. Whether the outcome makes sense is for `checkQuestionnaire`.
 * @throws {QuestionnaireError} For a block that is unknown or named twice, a page id given twice in one block
 * or to pages that differ, and a question id given twice.
 */
export function composeQuestionnaire(
  recipe: QuestionnaireRecipe,
  blocks: readonly QuestionBlock[],
): Questionnaire {
  const chosen = listBlocks(recipe, blocks);
  const pages: Page[] = [];
  for (const block of chosen) joinPages(pages, block);
  refuseRepeatedQuestions(pages);
  const { blocks: _names, ...head } = recipe;
  return { ...head, pages, measurements: chosen.flatMap(({ measurements }) => measurements) };
}

/**
 * The recipe for some of its indicators only: blocks that measure none of them go, blocks that measure nothing
 * (profile, free text) stay. The minutes stay too, as the longest it can take.
 * @throws {QuestionnaireError} For an indicator that no block of the recipe measures, or an unknown block.
 */
export function selectIndicators(
  recipe: QuestionnaireRecipe,
  blocks: readonly QuestionBlock[],
  indicatorIds: readonly string[],
): QuestionnaireRecipe {
  const chosen = listBlocks(recipe, blocks);
  const measured = new Set(chosen.flatMap(listIndicatorIds));
  const unknown = indicatorIds.find((id) => !measured.has(id));
  if (unknown !== undefined) fail('blocks', `no block of ${recipe.id} measures indicator ${unknown}`);
  const isWanted = (block: QuestionBlock) => {
    const ids = listIndicatorIds(block);
    return ids.length === 0 || ids.some((id) => indicatorIds.includes(id));
  };
  return { ...recipe, blocks: chosen.filter(isWanted).map(({ id }) => id) };
}

const listIndicatorIds = (block: QuestionBlock) => block.measurements.map(({ indicator }) => indicator);

function listBlocks(recipe: QuestionnaireRecipe, blocks: readonly QuestionBlock[]): readonly QuestionBlock[] {
  return recipe.blocks.map((id, index) => {
    const path = `blocks[${index}]`;
    if (recipe.blocks.indexOf(id) < index) fail(path, `block ${id} is named twice`);
    return blocks.find((block) => block.id === id) ?? fail(path, `unknown block ${id}`);
  });
}

function joinPages(pages: Page[], block: QuestionBlock): void {
  const own = new Set<string>();
  for (const page of block.pages) {
    if (own.has(page.id)) fail(`block ${block.id}`, `page ${page.id} is given twice`);
    own.add(page.id);
    const index = pages.findIndex(({ id }) => id === page.id);
    const earlier = pages[index];
    if (earlier === undefined) pages.push(page);
    else pages[index] = joinPage(earlier, page, block.id);
  }
}

function joinPage(earlier: Page, page: Page, blockId: string): Page {
  const { questions, ...head } = earlier;
  const { questions: more, ...sameHead } = page;
  if (formatCanonicalJson(head) !== formatCanonicalJson(sameHead)) {
    fail(`block ${blockId}`, `page ${page.id} differs in title, help or condition from an earlier one`);
  }
  return { ...head, questions: [...questions, ...more] };
}

function refuseRepeatedQuestions(pages: readonly Page[]): void {
  const ids = pages.flatMap(({ questions }) => questions.map(({ id }) => id));
  const repeated = ids.find((id, index) => ids.indexOf(id) < index);
  if (repeated !== undefined) fail('pages', `question ${repeated} is given twice`);
}

function fail(path: string, reason: string): never {
  throw new QuestionnaireError([{ path, reason }]);
}
