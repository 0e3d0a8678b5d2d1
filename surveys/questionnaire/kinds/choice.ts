import { findRepeated } from '#surveys/questionnaire/find-repeated.ts';
import type { AnswerWords, NumberedOption } from '#surveys/questionnaire/kinds/question-rules.ts';
import { missingValues } from '#surveys/questionnaire/missing-values.ts';
import type { QuestionnaireProblem } from '#surveys/questionnaire/problem.ts';
import type { Option } from '#surveys/questionnaire/question-base.ts';
import type { AnswerValue } from '#surveys/response/answers.ts';
import { localize } from '#surveys/text.ts';

type Choice = { readonly options: readonly Option[] };

/** What is wrong with the options of a choice: codes given twice or reserved, a second way to refuse. */
export function checkOptions({ options }: Choice, path: string): readonly QuestionnaireProblem[] {
  const placed = options.map((option, index) => ({ option, path: `${path}.options[${index}]` }));
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
    ...placed
      .filter(({ option }) => option.refused)
      .slice(1)
      .map(({ path: at }) => ({ path: `${at}.refused`, reason: 'a second option for refusing' })),
  ];
}

/** The options numbered from 1 in their order. */
export const numberOptions = ({ options }: Choice): readonly NumberedOption[] =>
  options.map(({ code, label }, index) => ({ number: index + 1, code, label: label.ja }));

/** The labels of the chosen options, one a line. */
export function formatChoice({ options }: Choice, answer: AnswerValue, { locale }: AnswerWords): string {
  const labels = new Map(options.map(({ code, label }) => [code, localize(label, locale)]));
  return [answer]
    .flat()
    .map((code) => labels.get(code) ?? code)
    .join('\n');
}

/** Codes with their Japanese labels: translations may be improved. */
export const comparableOptions = ({ options }: Choice): unknown =>
  options.map(({ code, label }) => [code, label.ja]);
