import type { QuestionnaireCatalog } from '#surveys/catalog/load-questionnaires.ts';
import { composeQuestionnaire, selectIndicators } from '#surveys/questionnaire/compose.ts';
import type { Questionnaire } from '#surveys/questionnaire/definition.ts';
import { type FrozenQuestionnaire, freezeQuestionnaire } from '#surveys/questionnaire/freeze.ts';
import type { Round } from '#surveys/round/round.ts';
import { audienceOfMode, listModes, type Mode, type RoundSetup, usualPlan } from '#surveys/round/setup.ts';

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

/** What was chosen for a round that nobody prepared step by step, as far as the round tells. */
export function inferSetup(round: Round): RoundSetup {
  const mode: Mode =
    listModes(round.audience).find((candidate) => audienceOfMode(candidate) === round.audience) ?? 'link';
  return {
    recipeId: round.questionnaire.id,
    indicatorIds: round.questionnaire.measurements.map(({ indicator }) => indicator),
    mode: mode === 'letter' && round.design === 'self-selected' ? 'link' : mode,
    plan: usualPlan,
    savedSteps: [],
    copiedFrom: null,
  };
}
