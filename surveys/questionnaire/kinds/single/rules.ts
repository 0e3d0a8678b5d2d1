import type { QuestionOfKind } from '#surveys/questionnaire/definition.ts';
import { blank, invalid, valid } from '#surveys/questionnaire/kinds/answer-check.ts';
import {
  checkOptions,
  comparableOptions,
  formatChoice,
  numberOptions,
} from '#surveys/questionnaire/kinds/choice.ts';
import {
  listNumbersAndLabels,
  type QuestionRules,
  tabulateOne,
} from '#surveys/questionnaire/kinds/question-rules.ts';

/** One option of several; 「答えたくない」 is an option with its own code that counts as `refused`. */
export const singleRules: QuestionRules<QuestionOfKind<'single'>> = {
  isFreeText: false,
  takesSeveral: false,
  takesDates: false,
  measurable: ['share'],

  check(question, path) {
    const exclusive = question.options.flatMap((option, index) =>
      option.exclusive
        ? [
            {
              path: `${path}.options[${index}].exclusive`,
              reason: 'only an option of a multiple choice can be exclusive',
            },
          ]
        : [],
    );
    return [...checkOptions(question, path), ...exclusive];
  },

  listTexts: ({ options }) => options.map(({ label }) => label),

  validate(question, raw) {
    const [code, ...others] = raw.filter((value) => value !== '');
    if (code === undefined) return blank(question);
    if (others.length > 0) return invalid({ code: 'more_than_one' });
    const isKnown = question.options.some((option) => option.code === code);
    return isKnown ? valid(code) : invalid({ code: 'unknown_option' });
  },

  tabulate(question, answer, isAsked) {
    const refusal = question.options.find((option) => option.refused)?.code;
    return tabulateOne(answer, isAsked, (code) => (code === refusal ? 'refused' : code));
  },

  format: formatChoice,
  listAnswerCodes: ({ options }) => options.map(({ code }) => code),
  profile: ({ profile, options }) => profile && { dimension: profile, options },
  listNumberedOptions: numberOptions,
  listKeyingHints: (question) => listNumbersAndLabels(numberOptions(question)),
  comparable: comparableOptions,
};
