import type { QuestionOfKind } from '#surveys/questionnaire/definition.ts';
import { blank, invalid, valid } from '#surveys/questionnaire/kinds/answer-check.ts';
import {
  listNumbersAndLabels,
  type NumberedOption,
  oneText,
  type QuestionRules,
  tabulateOne,
} from '#surveys/questionnaire/kinds/question-rules.ts';

type ScaleQuestion = QuestionOfKind<'scale'>;

/** The answer code of 「該当なし」 on a scale that offers it; it has no score. */
export const notApplicable = 'not_applicable';

/** More points than anyone can tell apart; also what keeps a list of codes from growing without end. */
const maxScaleSteps = 100;

/** A whole number from `min` to `max`, written out, or 「該当なし」 where it is offered. */
export const scaleRules: QuestionRules<ScaleQuestion> = {
  isFreeText: false,
  takesSeveral: false,
  takesDates: false,
  measurable: ['share', 'mean'],

  check({ min, max }, path) {
    if (min >= max) return [{ path: `${path}.max`, reason: `max ${max} must be above min ${min}` }];
    if (max - min > maxScaleSteps) {
      return [{ path: `${path}.max`, reason: `more than ${maxScaleSteps} steps` }];
    }
    return [];
  },

  listTexts: ({ minLabel, maxLabel }) => [minLabel, maxLabel],

  validate(question, raw) {
    const [code, ...others] = raw.filter((value) => value !== '');
    if (code === undefined) return blank(question);
    if (others.length > 0) return invalid({ code: 'more_than_one' });
    return scaleRules.listAnswerCodes(question).includes(code)
      ? valid(code)
      : invalid({ code: 'unknown_option' });
  },

  tabulate: (_question, answer, isAsked) => tabulateOne(answer, isAsked),

  format: (_question, answer, words) => (answer === notApplicable ? words.notApplicable : oneText(answer)),

  listAnswerCodes: (question) => scaleRules.listNumberedOptions(question).map(({ code }) => code),

  profile: () => undefined,
  listNumberedOptions: (question) => [...listScores(question), ...listApart(question)],

  listKeyingHints(question) {
    const { min, max, minLabel, maxLabel } = question;
    const ends = `${min} ${minLabel.ja} … ${max} ${maxLabel.ja}`;
    return [ends, ...listNumbersAndLabels(listApart(question))];
  },

  comparable: ({ min, max, minLabel, maxLabel }) => [min, max, minLabel.ja, maxLabel.ja],
};

/** On paper the number of a score is the score itself. */
const listScores = ({ min, max }: ScaleQuestion): readonly NumberedOption[] =>
  Array.from({ length: max - min + 1 }, (_, index) => {
    const number = min + index;
    return { number, code: String(number), label: String(number) };
  });

/** 「該当なし」 where it is offered, with the number after the highest score. */
const listApart = ({ max, allowsNotApplicable }: ScaleQuestion): readonly NumberedOption[] =>
  allowsNotApplicable ? [{ number: max + 1, code: notApplicable, label: '該当なし' }] : [];
