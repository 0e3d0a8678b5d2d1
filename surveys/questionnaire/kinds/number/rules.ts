import { latinDigits } from '#surveys/latin-digits.ts';
import type { QuestionOfKind } from '#surveys/questionnaire/definition.ts';
import { blank, invalid, valid } from '#surveys/questionnaire/kinds/answer-check.ts';
import {
  oneText,
  openQuestion,
  type QuestionRules,
  tabulateOne,
} from '#surveys/questionnaire/kinds/question-rules.ts';
import { localize } from '#surveys/text.ts';

/** A number between `min` and `max`, both included; the answer is its canonical decimal text. */
export const numberRules: QuestionRules<QuestionOfKind<'number'>> = {
  ...openQuestion,
  isFreeText: false,
  takesDates: false,
  measurable: ['count'],

  check({ min, max, isInteger }, path) {
    if (min >= max) return [{ path: `${path}.max`, reason: `max ${max} must be above min ${min}` }];
    if (isInteger && !(Number.isInteger(min) && Number.isInteger(max))) {
      return [{ path: `${path}.min`, reason: 'limits of a whole number must be whole numbers' }];
    }
    return [];
  },

  listTexts: ({ unit }) => (unit ? [unit] : []),

  validate(question, raw) {
    const [text, ...others] = raw.map((value) => value.trim()).filter((value) => value !== '');
    if (text === undefined) return blank(question);
    if (others.length > 0) return invalid({ code: 'more_than_one' });
    const decimal = parseDecimal(text);
    if (decimal === undefined) return invalid({ code: 'not_a_number' });
    if (question.isInteger && decimal.includes('.')) return invalid({ code: 'not_an_integer' });
    const number = Number(decimal);
    if (number < question.min) return invalid({ code: 'below_minimum', min: question.min });
    if (number > question.max) return invalid({ code: 'above_maximum', max: question.max });
    return valid(decimal);
  },

  tabulate: (_question, answer, isAsked) => tabulateOne(answer, isAsked),

  format: ({ unit }, answer, { locale }) => `${oneText(answer)}${unit ? localize(unit, locale) : ''}`,
  listKeyingHints: () => [],
  comparable: ({ min, max, unit }) => [min, max, unit?.ja ?? ''],
};

/** Beyond 15 digits two different texts can be the same number to a computer. */
const maxDigits = 15;

const decimalPattern = /^([+-]?)(\d+|\d{1,3}(?:,\d{3})+)(?:\.(\d+))?$/;

/**
 * The canonical decimal text of a number as people type it: full-width and Devanagari digits, thousands
 * marks and a leading plus are accepted; no leading or trailing zeros, no exponent, no negative zero come out.
 * @returns undefined for anything else, and for more than 15 digits.
 * @example parseDecimal('1，２３４．５０') // '1234.5'
 */
export function parseDecimal(text: string): string | undefined {
  const match = decimalPattern.exec(latinDigits(text.normalize('NFKC')).trim().replace('\u2212', '-'));
  if (!match) return undefined;
  const whole = (match[2] ?? '').replaceAll(',', '').replace(/^0+(?=\d)/, '');
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (whole.length + fraction.length > maxDigits) return undefined;
  const unsigned = fraction === '' ? whole : `${whole}.${fraction}`;
  return match[1] === '-' && unsigned !== '0' ? `-${unsigned}` : unsigned;
}
