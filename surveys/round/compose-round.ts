import type { QuestionnaireCatalog } from '#surveys/catalog/load-questionnaires.ts';
import { composeQuestionnaire, selectIndicators } from '#surveys/questionnaire/compose.ts';
import type { Questionnaire } from '#surveys/questionnaire/definition.ts';
import { type FrozenQuestionnaire, freezeQuestionnaire } from '#surveys/questionnaire/freeze.ts';
import type { Round } from '#surveys/round/round.ts';
import {
  accessOfMode,
  audienceOfMode,
  designOfMode,
  listModes,
  type Mode,
  type RoundSetup,
  usualPlan,
} from '#surveys/round/setup.ts';

interface Choice extends Pick<RoundSetup, 'recipeId' | 'indicatorIds' | 'mode'> {
  readonly layout: Questionnaire['layout'];
}

/**
 * The questionnaire that a clerk's choice makes, checked, with its hash; undefined when the catalogue does not
 * have it any more. @throws {QuestionnaireError} for an indicator that the catalogue's questionnaire does not measure
 */
export function composeRound(catalog: QuestionnaireCatalog, choice: Choice): FrozenQuestionnaire | undefined {
  const recipe = catalog.recipes.find(({ id }) => id === choice.recipeId);
  if (!recipe) return undefined;
  const selected = selectIndicators(recipe, catalog.blocks, choice.indicatorIds);
  const own = { ...selected, layout: choice.layout, audience: audienceOfMode(choice.mode) };
  return freezeQuestionnaire(composeQuestionnaire(own, catalog.blocks));
}

/** Of indicators, those that the catalogue's questionnaire still measures. */
export function stillMeasured(
  catalog: QuestionnaireCatalog,
  { recipeId, indicatorIds }: Pick<RoundSetup, 'recipeId' | 'indicatorIds'>,
): string[] {
  const recipe = catalog.recipes.find(({ id }) => id === recipeId);
  const measured = recipe ? composeQuestionnaire(recipe, catalog.blocks).measurements : [];
  return indicatorIds.filter((id) => measured.some(({ indicator }) => indicator === id));
}

/** The way people were reached, as far as a round tells: its audience and design, then who got in. */
function inferMode(round: Round): Mode {
  const ofAudience = listModes(round.audience).filter((mode) => audienceOfMode(mode) === round.audience);
  const ofDesign = ofAudience.filter((mode) => designOfMode(mode, round) === round.design);
  const candidates = ofDesign.length > 0 ? ofDesign : ofAudience;
  return candidates.find((mode) => accessOfMode(mode) === round.access) ?? candidates[0] ?? 'link';
}

/** What was chosen for a round that nobody prepared step by step, as far as the round tells. */
export function inferSetup(round: Round): RoundSetup {
  return {
    recipeId: round.questionnaire.id,
    indicatorIds: round.questionnaire.measurements.map(({ indicator }) => indicator),
    mode: inferMode(round),
    plan: usualPlan,
    savedSteps: [],
    copiedFrom: null,
  };
}
