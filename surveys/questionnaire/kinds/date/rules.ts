import type { QuestionOfKind } from '#surveys/questionnaire/definition.ts';
import { type AnswerCheck, blank, invalid, valid } from '#surveys/questionnaire/kinds/answer-check.ts';
import {
  addDays,
  addYears,
  composeDay,
  formatDay,
  parseDay,
} from '#surveys/questionnaire/kinds/date/calendar-day.ts';
import type { DateLimit } from '#surveys/questionnaire/kinds/date/schema.ts';
import {
  oneText,
  openQuestion,
  type QuestionRules,
  tabulateOne,
} from '#surveys/questionnaire/kinds/question-rules.ts';
import type { AnsweredOn } from '#surveys/response/answered-on.ts';

type DateQuestion = QuestionOfKind<'date'>;

/** Any day does to compare two limits that move alike. */
const someDay = '2026-03-15';

/** How much of an ISO date says which year, month or day it is. */
const lengthOf: Readonly<Record<DateQuestion['talliedBy'], number>> = { year: 4, month: 7, day: 10 };

/**
 * A day between the limits, both included; the answer is its ISO date. It comes in three fields (year, month, day),
 * or in one as people write it. Counted by the unit that the definition names.
 */
export const dateRules: QuestionRules<DateQuestion> = {
  ...openQuestion,
  isFreeText: false,
  takesDates: true,
  measurable: [],

  check({ earliest, latest }, path) {
    if (!earliest || !latest) return [];
    // Limits of which one moves cross on some days and not on others.
    const isFixed = 'date' in earliest === 'date' in latest;
    const isCrossed = isFixed && resolve(earliest, someDay) > resolve(latest, someDay);
    return isCrossed ? [{ path: `${path}.latest`, reason: 'latest must not be before earliest' }] : [];
  },

  listTexts: () => [],

  validate(question, raw, answeredOn) {
    const typed = raw.map((value) => value.trim());
    const filled = typed.filter((value) => value !== '');
    if (filled.length === 0) return blank(question);
    const [year = '', month = '', day = '', ...others] = typed;
    if (others.length > 0) return invalid({ code: 'more_than_one' });
    if (typed.length < 3 && filled.length > 1) return invalid({ code: 'more_than_one' });
    // A whole date in one field, where it was pasted or keyed.
    const whole = filled.length === 1 ? parseDay(filled[0] ?? '') : undefined;
    if (whole !== undefined) return judge(question, whole, answeredOn);
    if (typed.length < 3) return invalid({ code: 'not_a_date' });
    if (year === '') return invalid({ code: 'incomplete_date', missing: 'year' });
    if (month === '') return invalid({ code: 'incomplete_date', missing: 'month' });
    if (day === '') return invalid({ code: 'incomplete_date', missing: 'day' });
    const composed = composeDay(year, month, day);
    return composed === undefined ? invalid({ code: 'not_a_date' }) : judge(question, composed, answeredOn);
  },

  tabulate: ({ talliedBy }, answer, isAsked) =>
    tabulateOne(answer, isAsked, (day) => day.slice(0, lengthOf[talliedBy])),

  format: (_question, answer, { locale }) => formatDay(oneText(answer), locale),
  listKeyingHints: () => ['年月日(例 20260503、2026/5/3、R8.5.3)'],
  comparable: ({ talliedBy }) => [talliedBy],
};

/** A moving limit lets through what was right on any of the days on which it may have been answered. */
function judge({ earliest, latest }: DateQuestion, day: string, { from, to }: AnsweredOn): AnswerCheck {
  const first = earliest && resolve(earliest, from);
  if (first !== undefined && day < first) return invalid({ code: 'before_earliest', earliest: first });
  const last = latest && resolve(latest, to);
  if (last !== undefined && day > last) return invalid({ code: 'after_latest', latest: last });
  return valid(day);
}

function resolve(limit: DateLimit, today: string): string {
  if ('date' in limit) return limit.date;
  return 'daysFromToday' in limit
    ? addDays(today, limit.daysFromToday)
    : addYears(today, limit.yearsFromToday);
}
