import type { Measurement, Question, Questionnaire } from '#surveys/questionnaire/definition.ts';
import { respondentsMeasure } from './tally.ts';

/**
 * Something the tally counts (集計項目), fixed when a round freezes its questionnaire. Its values:
 * - `respondents`: `all`.
 * - `question`: an answer code, the text of a number, `answered` (multiple choice, text), or a missing value.
 * - `option` of a multiple choice: `1`, `0`, or a missing value.
 * - `indicator` under one base rule: a share `out`, `base` (not positive), `positive`; a mean `out` or
 *   `<sum>/<items answered>`, not reduced; a count `out` or the text of the number.
 */
export type Measure =
  | { readonly id: string; readonly kind: 'respondents' }
  | { readonly id: string; readonly kind: 'question'; readonly questionId: string }
  | { readonly id: string; readonly kind: 'option'; readonly questionId: string; readonly optionCode: string }
  | {
      readonly id: string;
      readonly kind: 'indicator';
      readonly indicatorId: string;
      readonly baseRuleId: string;
      readonly measurement: Measurement['kind'];
    };

/** The id of the measure that counts a question's answers. */
export const questionMeasure = (questionId: string): string => `question:${questionId}`;

/** The id of the measure that counts whether an option of a multiple choice was chosen. */
export const optionMeasure = (questionId: string, code: string): string => `option:${questionId}:${code}`;

/** The id of the measure that counts an indicator under one of its base rules. */
export const indicatorMeasure = (indicatorId: string, baseRuleId: string): string =>
  `indicator:${indicatorId}:${baseRuleId}`;

/**
 * Every measure of a questionnaire: the respondents, each question, each option of each multiple choice (not
 * 「答えたくない」, which is no answer), each indicator under each of its base rules, in this order.
 */
export function defineMeasures(questionnaire: Questionnaire): readonly Measure[] {
  const questions = questionnaire.pages.flatMap((page) => page.questions);
  return [
    { id: respondentsMeasure, kind: 'respondents' },
    ...questions.map(({ id }) => ({ id: questionMeasure(id), kind: 'question' as const, questionId: id })),
    ...questions.flatMap(defineOptions),
    ...questionnaire.measurements.flatMap(defineIndicator),
  ];
}

function defineOptions(question: Question): readonly Measure[] {
  if (question.kind !== 'multiple') return [];
  return question.options
    .filter((option) => !option.refused)
    .map(({ code }) => ({
      id: optionMeasure(question.id, code),
      kind: 'option',
      questionId: question.id,
      optionCode: code,
    }));
}

function defineIndicator({ indicator, kind, baseRules }: Measurement): readonly Measure[] {
  return baseRules.map(({ id }) => ({
    id: indicatorMeasure(indicator, id),
    kind: 'indicator',
    indicatorId: indicator,
    baseRuleId: id,
    measurement: kind,
  }));
}
