import { indicatorMeasure } from '#surveys/aggregation/tally/measures.ts';
import type { Measurement } from '#surveys/questionnaire/definition.ts';
import type { Profile } from '#surveys/response/answers.ts';
import type { IndicatorEstimate, IndicatorTarget } from './estimate-indicator.ts';
import { classifyEvidence } from './evidence.ts';
import { outOfBase, parseItemScore } from './indicator-counts.ts';
import { type Interval, oneSidedLevel, publishedLevel } from './interval.ts';
import type { Outcome } from './sample-cells.ts';
import { shareInterval } from './share-interval.ts';
import { tQuantile } from './tail-probability.ts';
import type { WeighedRound } from './weigh-round.ts';
import type { WeightedEstimate } from './weighted-estimate.ts';
import { type WeightedMean, weightedMean } from './weighted-mean.ts';

export interface WeightedInput {
  readonly round: WeighedRound;
  readonly measurement: Measurement;
  readonly baseRuleId: string;
  readonly target: IndicatorTarget;
  /** Only respondents of whom this holds, e.g. one age band; all when absent. */
  readonly isInDomain?: (profile: Profile) => boolean;
}

/**
 * Estimates one indicator for the ward's population from a weighed round.
 *
 * Denominator: weighted respondents in the base of the rule and in the domain; all others of the sample enter
 * the variance with 0. Shares 0–1 with a logit interval (Clopper–Pearson on the effective n at 0 and 1), means
 * in points with a t interval; df = n − strata. Null for a count (an extrapolated 件 is not asked for) and for
 * an empty base. Cost: O(cells).
 *
 * @throws RangeError when the tally holds a value that the measurement cannot have.
 */
export function estimateWeighted(input: WeightedInput): WeightedEstimate | null {
  const { round, measurement, target } = input;
  if (measurement.kind === 'count') return null;
  const mean = weightedMean(round.sample, listOutcomes(input));
  if (mean === null) return null;
  const intervalAt = (level: number) =>
    measurement.kind === 'share' ? intervalOfShare(mean, level) : intervalOfMean(mean, level);
  const oneSided = intervalAt(oneSidedLevel);
  const bounds = oneSided && { lower: oneSided.lower, upper: oneSided.upper };
  return {
    value: mean.value,
    standardError: mean.df > 0 ? mean.standardError : null,
    interval: intervalAt(publishedLevel),
    oneSided: bounds,
    evidence: classifyEvidence(bounds, target.unit === '%' ? target.value / 100 : target.value),
    n: mean.base.n,
    df: mean.df,
    effectiveN: mean.base.effectiveN,
    kishDeff: mean.base.kishDeff,
    lonelyStrata: mean.lonelyStrata,
  };
}

/** The plain estimate with its weighted twin beside it; counts have none. */
export function withWeightedEstimate(
  estimate: IndicatorEstimate,
  weighted: WeightedEstimate | null,
): IndicatorEstimate {
  return estimate.kind === 'count' ? estimate : { ...estimate, weighted };
}

function listOutcomes({ round, measurement, baseRuleId, isInDomain }: WeightedInput): Outcome[] {
  const { cells, byMeasure } = round.tally;
  const isIn = cells.map(({ profile }) => isInDomain?.(profile) ?? true);
  const values = byMeasure.get(indicatorMeasure(measurement.indicator, baseRuleId)) ?? [];
  return values
    .filter(({ cell, value }) => value !== outOfBase && isIn[cell])
    .map(({ cell, value, n }) => ({ cell, n, y: scoreOf(value, measurement) }));
}

function scoreOf(value: string, { kind }: Measurement): number {
  if (kind === 'mean') {
    const { sum, nItems } = parseItemScore(value);
    return sum / nItems;
  }
  if (value !== 'positive' && value !== 'base') throw new RangeError(`not a value of a share: ${value}`);
  return value === 'positive' ? 1 : 0;
}

function intervalOfShare({ value, standardError, df, base }: WeightedMean, level: number): Interval | null {
  const { n, effectiveN } = base;
  return shareInterval('logit', { value, standardError, df, n, effectiveN, level });
}

function intervalOfMean({ value, standardError, df, spread }: WeightedMean, level: number): Interval | null {
  // Scores that are all the same say nothing about their spread.
  if (!(df > 0) || spread === 0) return null;
  const halfWidth = tQuantile((1 + level) / 2, df) * standardError;
  return { lower: value - halfWidth, upper: value + halfWidth, level, method: 'mean' };
}
