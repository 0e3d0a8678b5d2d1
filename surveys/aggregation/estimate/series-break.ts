import type { Audience, BaseRule, Measurement, Question } from '#surveys/questionnaire/definition.ts';
import { rulesOf } from '#surveys/questionnaire/kinds/index.ts';
import type { Design } from '#surveys/round/round.ts';

/** What an indicator was measured with in one round. */
export interface SeriesPoint {
  readonly measurement: Measurement;
  readonly baseRule: BaseRule;
  /** The measured question, or the rated items, in order. */
  readonly questions: readonly Question[];
  readonly audience: Audience;
  readonly design: Design;
}

/**
 * Why two rounds must not be compared: 「比較できません」 with the reason. `panel` and `self-selected` rounds are
 * no independent samples of the same people.
 */
export type SeriesBreak =
  | 'measurement'
  | 'wording'
  | 'options'
  | 'base-rule'
  | 'audience'
  | 'design'
  | 'panel'
  | 'self-selected';

/**
 * Lists the breaks in a series between two rounds, in the order of the type; empty when they can be compared.
 *
 * The Japanese wording and option labels decide, since translations may be improved; labels of base rules may
 * change, what they leave out may not.
 */
export function findSeriesBreaks(earlier: SeriesPoint, later: SeriesPoint): readonly SeriesBreak[] {
  const differ = (read: (point: SeriesPoint) => unknown) =>
    JSON.stringify(read(earlier)) !== JSON.stringify(read(later));
  const isEither = (design: Design) => earlier.design === design || later.design === design;
  const found: readonly (readonly [SeriesBreak, boolean])[] = [
    ['measurement', differ(({ measurement }) => readMeasurement(measurement))],
    ['wording', differ(({ questions }) => questions.map(({ text, help }) => [text.ja, help?.ja ?? '']))],
    [
      'options',
      differ(({ questions }) =>
        questions.map((question) => [question.kind, rulesOf(question).comparable(question)]),
      ),
    ],
    ['base-rule', differ(({ baseRule }) => [...baseRule.outOfBase].sort())],
    ['audience', differ(({ audience }) => audience)],
    ['design', differ(({ design }) => design)],
    ['panel', isEither('panel')],
    ['self-selected', isEither('self-selected')],
  ];
  return found.flatMap(([name, isBroken]) => (isBroken ? [name] : []));
}

function readMeasurement(measurement: Measurement): unknown {
  const { kind, indicator } = measurement;
  return measurement.kind === 'share'
    ? [kind, indicator, [...measurement.positive].sort()]
    : [kind, indicator];
}
