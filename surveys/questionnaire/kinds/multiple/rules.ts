import type { QuestionOfKind } from '#surveys/questionnaire/definition.ts';
import { type AnswerCheck, blank, invalid, valid } from '#surveys/questionnaire/kinds/answer-check.ts';
import {
  checkOptions,
  comparableOptions,
  formatChoice,
  numberOptions,
} from '#surveys/questionnaire/kinds/choice.ts';
import { listNumbersAndLabels, type QuestionRules } from '#surveys/questionnaire/kinds/question-rules.ts';

type MultipleQuestion = QuestionOfKind<'multiple'>;

/** Any number of options up to `maxChoices`; the answer lists the codes in the order of the options. */
export const multipleRules: QuestionRules<MultipleQuestion> = {
  isFreeText: false,
  takesSeveral: true,
  takesDates: false,
  measurable: [],

  check(question, path) {
    const { options, maxChoices } = question;
    const tooMany = maxChoices !== undefined && maxChoices > options.length;
    return [
      ...checkOptions(question, path),
      ...(tooMany ? [{ path: `${path}.maxChoices`, reason: `more than the ${options.length} options` }] : []),
    ];
  },

  listTexts: ({ options }) => options.map(({ label }) => label),

  validate(question, raw) {
    const chosen = new Set(raw.filter((value) => value !== ''));
    if (chosen.size === 0) return blank(question);
    return checkChoices(question, chosen);
  },

  tabulate(question, answer, isAsked) {
    const chosen = typeof answer === 'string' ? [answer] : (answer ?? []);
    const missing = findMissing(question, chosen, isAsked);
    return {
      value: missing ?? 'answered',
      options: question.options
        .filter((option) => !option.refused)
        .map(({ code }) => ({ code, value: missing ?? (chosen.includes(code) ? '1' : '0') })),
    };
  },

  format: formatChoice,
  listAnswerCodes: ({ options }) => options.map(({ code }) => code),
  profile: () => undefined,
  listNumberedOptions: numberOptions,
  listKeyingHints: (question) => listNumbersAndLabels(numberOptions(question)),
  comparable: comparableOptions,
};

function checkChoices(question: MultipleQuestion, chosen: ReadonlySet<string>): AnswerCheck {
  const known = question.options.filter(({ code }) => chosen.has(code));
  if (known.length < chosen.size) return invalid({ code: 'unknown_option' });
  const alone = known.find((option) => option.exclusive || option.refused);
  if (alone && known.length > 1) return invalid({ code: 'exclusive_combined', option: alone.code });
  const { maxChoices } = question;
  if (maxChoices !== undefined && known.length > maxChoices) {
    return invalid({ code: 'too_many_choices', max: maxChoices });
  }
  return valid(known.map(({ code }) => code));
}

function findMissing(question: MultipleQuestion, chosen: readonly string[], isAsked: boolean) {
  if (!isAsked) return 'not_asked';
  if (chosen.length === 0) return 'no_answer';
  const hasRefused = question.options.some((option) => option.refused && chosen.includes(option.code));
  return hasRefused ? 'refused' : undefined;
}
