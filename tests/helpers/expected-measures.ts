import type { Question, Questionnaire } from '#surveys/questionnaire/definition.ts';

/**
 * The ids of all that a questionnaire's tally must count, spelled out again here: the respondents, each question,
 * each option of each multiple choice, each indicator under each of its base rules, in this order.
 */
export function expectedMeasures({ pages, measurements }: Questionnaire): readonly string[] {
  const questions = pages.flatMap((page) => page.questions);
  return [
    'respondents',
    ...questions.map(({ id }) => `question:${id}`),
    ...questions.flatMap(optionMeasures),
    ...measurements.flatMap(({ indicator, baseRules }) =>
      baseRules.map(({ id }) => `indicator:${indicator}:${id}`),
    ),
  ];
}

function optionMeasures(question: Question): readonly string[] {
  if (question.kind !== 'multiple') return [];
  return question.options
    .filter((option) => !option.refused)
    .map(({ code }) => `option:${question.id}:${code}`);
}
