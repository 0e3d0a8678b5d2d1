import { missingValues, type Option, type Question } from '#surveys/questionnaire/definition.ts';
import { findRepeated } from '#surveys/questionnaire/find-repeated.ts';
import type { QuestionnaireProblem } from '#surveys/questionnaire/problem.ts';

/** More points than anyone can tell apart; also what keeps a list of codes from growing without end. */
const maxScaleSteps = 100;

/** What is wrong with one question by itself: its options, its limits. */
export function checkQuestion(question: Question, path: string): readonly QuestionnaireProblem[] {
  switch (question.kind) {
    case 'single':
      return checkOptions(question.options, path, false);
    case 'multiple':
      return [...checkOptions(question.options, path, true), ...checkMaxChoices(question, path)];
    case 'scale': {
      const { min, max } = question;
      if (min >= max) return [{ path: `${path}.max`, reason: `max ${max} must be above min ${min}` }];
      if (max - min > maxScaleSteps)
        return [{ path: `${path}.max`, reason: `more than ${maxScaleSteps} steps` }];
      return [];
    }
    case 'number':
      return checkLimits(question, path);
    case 'short_text':
    case 'long_text':
      return [];
  }
}

function checkOptions(options: readonly Option[], path: string, isMultiple: boolean) {
  const placed = options.map((option, index) => ({ option, path: `${path}.options[${index}]` }));
  const refusals = placed.filter(({ option }) => option.refused);
  return [
    ...findRepeated(
      placed.map(({ option, path: at }) => ({ path: `${at}.code`, value: option.code })),
      'option code',
    ),
    ...placed
      .filter(({ option }) => missingValues.some((reserved) => reserved === option.code))
      .map(({ option, path: at }) => ({
        path: `${at}.code`,
        reason: `${option.code} is reserved for a missing value`,
      })),
    ...refusals
      .slice(1)
      .map(({ path: at }) => ({ path: `${at}.refused`, reason: 'a second option for refusing' })),
    ...placed
      .filter(({ option }) => option.exclusive && !isMultiple)
      .map(({ path: at }) => ({
        path: `${at}.exclusive`,
        reason: 'only an option of a multiple choice can be exclusive',
      })),
  ];
}

function checkMaxChoices(
  { options, maxChoices }: Extract<Question, { kind: 'multiple' }>,
  path: string,
): readonly QuestionnaireProblem[] {
  if (maxChoices === undefined || maxChoices <= options.length) return [];
  return [{ path: `${path}.maxChoices`, reason: `more than the ${options.length} options` }];
}

function checkLimits(
  { min, max, isInteger }: Extract<Question, { kind: 'number' }>,
  path: string,
): readonly QuestionnaireProblem[] {
  if (min >= max) return [{ path: `${path}.max`, reason: `max ${max} must be above min ${min}` }];
  if (isInteger && !(Number.isInteger(min) && Number.isInteger(max))) {
    return [{ path: `${path}.min`, reason: 'limits of a whole number must be whole numbers' }];
  }
  return [];
}
