import { listNumberedQuestions } from '#surveys/paper/paper-questionnaire.ts';
import { listNumberedOptions } from '#surveys/questionnaire/kinds/index.ts';
import type { Condition } from '#surveys/questionnaire/question-base.ts';
import type { Pages } from '#surveys/questionnaire/visibility.ts';

/**
 * Says in Japanese whom a condition lets through, as paper has to: 「問9で「した」と答えた方だけ」. Questions
 * have the numbers of the whole questionnaire.
 * @throws {RangeError} when the condition names a question that the questionnaire does not have
 */
export function describeCondition(questionnaire: Pages, condition: Condition): string {
  const words = phrase(questionnaire, condition, false);
  return `${words}方だけ`;
}

/** One condition in words that end in a verb; a negation is handed down to the questions it is about. */
function phrase(questionnaire: Pages, condition: Condition, isNegated: boolean): string {
  if ('not' in condition) return phrase(questionnaire, condition.not, !isNegated);
  if ('question' in condition) return phraseOne(questionnaire, condition, isNegated);
  const isAll = 'all' in condition;
  const parts = (isAll ? condition.all : condition.any).map((part) =>
    // A mixture is bracketed, or nobody could tell which words belong together.
    bracket(phrase(questionnaire, part, isNegated), 'all' in part || 'any' in part),
  );
  return parts.join(isAll === isNegated ? '、または' : '、かつ');
}

const bracket = (words: string, isMixture: boolean) => (isMixture ? `(${words})` : words);

function phraseOne(
  questionnaire: Pages,
  { question: id, oneOf }: Extract<Condition, { question: string }>,
  isNegated: boolean,
): string {
  const asked = listNumberedQuestions(questionnaire).find(({ question }) => question.id === id);
  if (!asked) throw new RangeError(`no question ${id}`);
  const options = listNumberedOptions(asked.question);
  const labels = oneOf.map((code) => `「${options.find((option) => option.code === code)?.label ?? code}」`);
  const place = `問${asked.number}で`;
  if (!isNegated) return `${place}${labels.join('または')}と答えた`;
  return labels.length === 1
    ? `${place}${labels.join('')}と答えなかった`
    : `${place}${labels.map((label) => `${label}とも`).join('')}答えなかった`;
}
