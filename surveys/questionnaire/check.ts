import { checkConditions } from '#surveys/questionnaire/check-conditions.ts';
import { checkMeasurements } from '#surveys/questionnaire/check-measurements.ts';
import type { Questionnaire } from '#surveys/questionnaire/definition.ts';
import { findRepeated } from '#surveys/questionnaire/find-repeated.ts';
import { profileOfQuestion, rulesOf } from '#surveys/questionnaire/kinds/index.ts';
import type { QuestionnaireProblem } from '#surveys/questionnaire/problem.ts';

/**
 * Everything the schema cannot see but a round must not be fielded with: ids given twice, codes reserved for
 * missing values, limits that exclude each other, conditions that look forward or at codes that do not exist,
 * measurements of questions that cannot carry them.
 * @returns Every problem with its path and reason; empty when there is none.
 */
export function checkQuestionnaire(questionnaire: Questionnaire): readonly QuestionnaireProblem[] {
  const { pages } = questionnaire;
  const questions = pages.flatMap((page, p) =>
    page.questions.map((question, q) => ({ question, path: `pages[${p}].questions[${q}]` })),
  );
  const profiles = questions.flatMap(({ question, path }) => {
    const profile = profileOfQuestion(question);
    return profile ? [{ path: `${path}.profile`, value: profile.dimension }] : [];
  });
  return [
    ...findRepeated(
      pages.map(({ id }, p) => ({ path: `pages[${p}].id`, value: id })),
      'page id',
    ),
    ...findRepeated(
      questions.map(({ question, path }) => ({ path: `${path}.id`, value: question.id })),
      'question id',
    ),
    ...findRepeated(profiles, 'profile dimension'),
    ...questions.flatMap(({ question, path }) => rulesOf(question).check(question, path)),
    ...checkConditions(pages),
    ...checkMeasurements(questionnaire),
  ];
}
