import type { TallyCount } from '#surveys/aggregation/tally/tally.ts';
import { isMissingValue, type MissingValue, missingValues } from '#surveys/questionnaire/missing-values.ts';
import { type IndexedTally, indexTally } from './indexed-tally.ts';
import type { WeighedRound } from './weigh-round.ts';
import { weightedDistribution } from './weighted-distribution.ts';

/** One answer of a question: how many gave it, of how many, and what the ward would have answered. */
export interface AnswerShare {
  readonly value: string;
  readonly n: number;
  /** n over the base, 0–1; null when nobody answered. */
  readonly share: number | null;
  readonly weighted: { readonly share: number; readonly standardError: number } | null;
}

export interface QuestionDistribution {
  /** Respondents who answered: the denominator of every share. */
  readonly base: number;
  readonly answers: readonly AnswerShare[];
  /** Those who did not, apart and never in the denominator. */
  readonly missing: readonly { readonly value: MissingValue; readonly n: number }[];
}

/**
 * Distribution of the answers to one question, plain and weighted, from the tally.
 *
 * Denominator: respondents who answered; `not_asked`, `no_answer` and `refused` are counted apart. Shares 0–1
 * sum to 1. `values` are the answer codes to list, in order, nobody's answer included; a code the tally has
 * beyond them is added at the end. `round` null gives no weighted shares. An empty base gives shares null.
 */
export function estimateDistribution(input: {
  readonly counts: readonly TallyCount[];
  readonly measure: string;
  readonly values: readonly string[];
  readonly round: WeighedRound | null;
}): QuestionDistribution {
  const { measure, round } = input;
  const tally: IndexedTally = round?.tally ?? indexTally(input.counts);
  const given = tally.byMeasure.get(measure) ?? [];
  const answered = given.filter(({ value }) => !isMissingValue(value));
  const values = [...new Set([...input.values, ...answered.map(({ value }) => value)])];
  const count = (wanted: string) =>
    given.reduce((sum, { value, n }) => (value === wanted ? sum + n : sum), 0);
  const base = answered.reduce((sum, { n }) => sum + n, 0);
  const outcomes = answered.map(({ cell, value, n }) => ({ cell, n, category: values.indexOf(value) }));
  const weighted = round && weightedDistribution(round.sample, outcomes, values.length);
  return {
    base,
    answers: values.map((value, index) => ({
      value,
      n: count(value),
      share: base === 0 ? null : count(value) / base,
      weighted: weighted && {
        share: weighted.shares[index] ?? 0,
        standardError: weighted.standardErrors[index] ?? 0,
      },
    })),
    missing: missingValues.map((value) => ({ value, n: count(value) })),
  };
}
