import { type Answers, answerTo } from '#surveys/response/answers.ts';

/** One visit as a rater scored it. */
export interface RatedVisit {
  readonly rater: string;
  readonly answers: Answers;
}

/** A mean with the number it rests on; null where nothing was scored. */
export interface RaterMean {
  readonly mean: number | null;
  readonly n: number;
}

export interface RaterComparison {
  /** In the order of their names. */
  readonly raters: readonly string[];
  readonly items: readonly {
    readonly item: string;
    /** In the order of `raters`; n counts visits on which the item was scored. */
    readonly byRater: readonly RaterMean[];
    readonly all: RaterMean;
  }[];
  /** The mean over visits of the mean of a visit's scored items; n counts visits with any. */
  readonly overall: { readonly byRater: readonly RaterMean[]; readonly all: RaterMean };
}

/**
 * Puts the means of several raters side by side, item by item and over all items.
 *
 * Items without a score (not applicable, left blank) are in no denominator, as in the indicator itself; means
 * are in points of the scale. No visits give no raters and empty means.
 */
export function compareRaters(items: readonly string[], visits: readonly RatedVisit[]): RaterComparison {
  const raters = [...new Set(visits.map(({ rater }) => rater))].sort();
  const group = (readValue: (visit: RatedVisit) => number | null) => {
    const values = visits.map((visit) => ({ rater: visit.rater, value: readValue(visit) }));
    return {
      byRater: raters.map((rater) => meanOf(values.filter((one) => one.rater === rater))),
      all: meanOf(values),
    };
  };
  return {
    raters,
    items: items.map((item) => ({ item, ...group(({ answers }) => scoreOf(answers, item)) })),
    overall: group(({ answers }) => meanOf(items.map((item) => ({ value: scoreOf(answers, item) }))).mean),
  };
}

/**
 * The score of an item; null when it was not scored.
 * @example scoreOf({ smile: '4' }, 'smile') // 4
 * @example scoreOf({ smile: 'not_applicable' }, 'smile') // null
 */
export function scoreOf(answers: Answers, item: string): number | null {
  const answer = answerTo(answers, item);
  return typeof answer === 'string' && /^-?\d+$/.test(answer) ? Number(answer) : null;
}

function meanOf(values: readonly { readonly value: number | null }[]): RaterMean {
  const scored = values.flatMap(({ value }) => (value === null ? [] : [value]));
  if (scored.length === 0) return { mean: null, n: 0 };
  return { mean: scored.reduce((sum, value) => sum + value, 0) / scored.length, n: scored.length };
}
