import type { Questionnaire } from '#surveys/questionnaire/definition.ts';
import { tabulateAnswer } from '#surveys/questionnaire/kinds/index.ts';
import type { TabulatedAnswer } from '#surveys/questionnaire/kinds/question-rules.ts';
import { visibleQuestionIds } from '#surveys/questionnaire/visibility.ts';
import { answerTo, type SurveyResponse } from '#surveys/response/answers.ts';
import { formatProfile } from '#surveys/response/profile.ts';
import { withoutTextQuestions } from '#surveys/response/separate-texts.ts';
import { isAnonymous } from '#surveys/round/anonymity.ts';
import type { Round } from '#surveys/round/round.ts';
import { compareCounts } from './count-order.ts';
import { indicatorValue } from './indicator-value.ts';
import { indicatorMeasure, optionMeasure, questionMeasure } from './measures.ts';
import { respondentsMeasure, type TallyCount } from './tally.ts';

/** One response's value of one measure. */
export interface MeasureValue {
  readonly measure: string;
  readonly value: string;
}

/**
 * The value of every measure of the questionnaire for one response: the respondents, each question, each option
 * of each multiple choice, each indicator under each of its base rules, in this order.
 *
 * An answer to a question that was not asked does not count: the question is `not_asked`.
 * @throws TypeError or RangeError for answers that were never valid (a list for a single choice, a score that
 * is no number).
 */
export function tabulateResponse(
  questionnaire: Questionnaire,
  response: Pick<SurveyResponse, 'answers'>,
): readonly MeasureValue[] {
  const { answers } = response;
  const asked = visibleQuestionIds(questionnaire, answers);
  const tabulated = new Map<string, TabulatedAnswer>();
  for (const { questions } of questionnaire.pages) {
    for (const question of questions) {
      const { id } = question;
      tabulated.set(id, tabulateAnswer(question, answerTo(answers, id), asked.has(id)));
    }
  }
  return [
    { measure: respondentsMeasure, value: 'all' },
    ...Array.from(tabulated, ([id, { value }]) => ({ measure: questionMeasure(id), value })),
    ...Array.from(tabulated).flatMap(([id, { options }]) =>
      options.map(({ code, value }) => ({ measure: optionMeasure(id, code), value })),
    ),
    ...tabulateIndicators(questionnaire, tabulated),
  ];
}

/**
 * The tally of a set of responses: every respondent counts once in every measure, so that within a cell the
 * values of each measure add up to its respondents.
 * @returns Counts in canonical order, none of them 0; empty without responses.
 */
export function tabulate(
  questionnaire: Questionnaire,
  responses: Iterable<SurveyResponse>,
): readonly TallyCount[] {
  const counts = new Map<string, { -readonly [K in keyof TallyCount]: TallyCount[K] }>();
  for (const response of responses) {
    const cell = {
      stratum: response.stratum,
      profile: formatProfile(response.profile),
      channel: response.channel,
    };
    const cellKey = JSON.stringify(Object.values(cell));
    for (const { measure, value } of tabulateResponse(questionnaire, response)) {
      const key = `${cellKey}\n${measure}\n${value}`;
      const count = counts.get(key);
      if (count) count.n += 1;
      else counts.set(key, { ...cell, measure, value, n: 1 });
    }
  }
  return [...counts.values()].sort(compareCounts);
}

/**
 * As `tabulate`, for mixed responses of a round: in an anonymous one text questions have no measures, not even
 * whether they were answered (see separate-texts.ts).
 */
export function tabulateRound(
  { audience, questionnaire }: Pick<Round, 'audience' | 'questionnaire'>,
  responses: Iterable<SurveyResponse>,
): readonly TallyCount[] {
  return tabulate(isAnonymous(audience) ? withoutTextQuestions(questionnaire) : questionnaire, responses);
}

function tabulateIndicators(
  { measurements }: Questionnaire,
  tabulated: ReadonlyMap<string, TabulatedAnswer>,
): readonly MeasureValue[] {
  const values = new Map(Array.from(tabulated, ([id, { value }]) => [id, value]));
  return measurements.flatMap((measurement) =>
    measurement.baseRules.map((rule) => ({
      measure: indicatorMeasure(measurement.indicator, rule.id),
      value: indicatorValue(measurement, rule, values),
    })),
  );
}
