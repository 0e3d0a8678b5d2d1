import type { BaseRule, Measurement } from '#surveys/questionnaire/definition.ts';

/** The value of every question of one response, as the tally counts it. */
export type QuestionValues = ReadonlyMap<string, string>;

/**
 * What a response counts as for an indicator under one of its base rules.
 *
 * Share: `out` when the value of the measured question is out of the base, else `positive` or `base`.
 * Mean: `<sum>/<n>` over the items whose value is not out of the base, `out` when there is no such item.
 * Count: `out`, or the number. A question the values do not have counts as `not_asked`.
 * @throws RangeError for an item in the base without a score (a frozen questionnaire has none).
 */
export function indicatorValue(measurement: Measurement, rule: BaseRule, values: QuestionValues): string {
  const readValue = (questionId: string) => values.get(questionId) ?? 'not_asked';
  switch (measurement.kind) {
    case 'share': {
      const value = readValue(measurement.question);
      if (rule.outOfBase.includes(value)) return 'out';
      return measurement.positive.includes(value) ? 'positive' : 'base';
    }
    case 'mean': {
      const scores = measurement.items.map(readValue).filter((value) => !rule.outOfBase.includes(value));
      if (scores.length === 0) return 'out';
      return `${scores.map(readScore).reduce((sum, score) => sum + score, 0)}/${scores.length}`;
    }
    case 'count': {
      const value = readValue(measurement.question);
      return rule.outOfBase.includes(value) ? 'out' : value;
    }
  }
}

/** Scores are whole numbers, so their sum is exact. */
function readScore(value: string): number {
  if (!/^-?\d+$/.test(value)) throw new RangeError(`not a score: ${value}`);
  return Number(value);
}
