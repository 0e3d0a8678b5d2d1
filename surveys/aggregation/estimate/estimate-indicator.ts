import { isReferenceBase } from '#surveys/aggregation/disclosure/base-size.ts';
import { indicatorMeasure } from '#surveys/aggregation/tally/measures.ts';
import type { TallyCount } from '#surveys/aggregation/tally/tally.ts';
import type { Measurement } from '#surveys/questionnaire/definition.ts';
import type { Design } from '#surveys/round/round.ts';
import { clopperPearson } from './clopper-pearson.ts';
import { type Bounds, classifyEvidence, type Evidence } from './evidence.ts';
import { outOfBase, parseCountValue, parseItemScore, sumByValue } from './indicator-counts.ts';
import { type Interval, oneSidedLevel, publishedLevel } from './interval.ts';
import { meanInterval, meanOfScores } from './mean.ts';
import { type NonResponseBounds, nonResponseBounds } from './non-response-bounds.ts';
import type { WeightedEstimate } from './weighted-estimate.ts';
import { wilson, wilsonFinite } from './wilson.ts';

/** The target of an indicator; the operator is always ≥. */
export interface IndicatorTarget {
  readonly value: number;
  readonly unit: '%' | '点' | '件';
}

interface EstimateBase {
  readonly indicator: string;
  readonly baseRule: string;
  /** All responses of the round, in the base or not. */
  readonly nRespondents: number;
  /** The base: responses in the denominator. */
  readonly n: number;
}

interface SampledEstimate extends EstimateBase {
  /** Null where the design knows no sampling error, or the base is too small to show any. */
  readonly interval: Interval | null;
  /** The one-sided 95 % bounds that `evidence` was decided by. */
  readonly oneSided: Bounds | null;
  readonly evidence: Evidence;
  /** 参考値: few in the base. */
  readonly isReference: boolean;
  /** The same figure weighted to the population; null where the round is not weighted. */
  readonly weighted: WeightedEstimate | null;
}

export interface ShareEstimate extends SampledEstimate {
  readonly kind: 'share';
  /** Positives. */
  readonly x: number;
  /** x/n, 0–1; null when nobody is in the base. */
  readonly value: number | null;
  /** For a census: the share if every non-respondent were negative, and if every one were positive. */
  readonly nonResponse: NonResponseBounds | null;
}

export interface MeanEstimate extends SampledEstimate {
  readonly kind: 'mean';
  /** The mean is exactly numerator / denominator (whole numbers when the item scores are). */
  readonly numerator: number;
  readonly denominator: number;
  readonly value: number | null;
  readonly sd: number | null;
}

export interface CountEstimate extends EstimateBase {
  readonly kind: 'count';
  /** The sum over the base; null when nobody answered, which is not 0. */
  readonly value: number | null;
}

export type IndicatorEstimate = ShareEstimate | MeanEstimate | CountEstimate;

export interface IndicatorInput {
  readonly counts: readonly TallyCount[];
  readonly measurement: Measurement;
  readonly baseRuleId: string;
  readonly target: IndicatorTarget;
  readonly design: Design;
  /** N of the audience where known; used by a census only. */
  readonly populationSize: number | null;
}

/**
 * Estimates one indicator under one base rule from the tally of a round: the plain figure of respondents.
 *
 * The denominator is the base of the rule (`out` excluded); shares are 0–1, means in points, counts in 件.
 * An empty base gives value null, no interval, evidence `unknown`. Only a probability round and a census get
 * an interval and evidence; a census uses the finite population. `weighted` is null here:
 * `withWeightedEstimate` adds it.
 *
 * @throws RangeError when the tally holds a value that the measurement cannot have.
 */
export function estimateIndicator(input: IndicatorInput): IndicatorEstimate {
  const { counts, measurement, baseRuleId } = input;
  const totals = sumByValue(counts, indicatorMeasure(measurement.indicator, baseRuleId));
  let nRespondents = 0;
  for (const n of totals.values()) nRespondents += n;
  const base: EstimateBase = {
    indicator: measurement.indicator,
    baseRule: baseRuleId,
    nRespondents,
    n: nRespondents - (totals.get(outOfBase) ?? 0),
  };
  switch (measurement.kind) {
    case 'share':
      return estimateShare(base, totals, input);
    case 'mean':
      return estimateMean(base, totals, input);
    case 'count':
      return estimateCount(base, totals);
  }
}

function estimateShare(
  base: EstimateBase,
  totals: ReadonlyMap<string, number>,
  input: IndicatorInput,
): ShareEstimate {
  const { n, nRespondents } = base;
  for (const value of totals.keys()) {
    if (value !== outOfBase && value !== 'base' && value !== 'positive') {
      throw new RangeError(`not a value of a share: ${value}`);
    }
  }
  const x = totals.get('positive') ?? 0;
  const intervalAt = (level: number) => shareInterval({ x, n, nRespondents, level }, input);
  return {
    kind: 'share',
    ...base,
    x,
    value: n === 0 ? null : x / n,
    ...sampled(intervalAt, input.target.unit === '%' ? input.target.value / 100 : input.target.value),
    isReference: isReferenceBase(n),
    weighted: null,
    nonResponse:
      input.design === 'census' && input.populationSize !== null
        ? nonResponseBounds({ x, n, nMissing: Math.max(0, input.populationSize - nRespondents) })
        : null,
  };
}

function shareInterval(
  { x, n, nRespondents, level }: { x: number; n: number; nRespondents: number; level: number },
  { design, populationSize }: IndicatorInput,
): Interval | null {
  if (n === 0 || !hasSamplingError(design)) return null;
  if (design === 'census' && populationSize !== null) {
    // The base's own population is unknown: it is taken to be the same part of N as the base is of respondents.
    const basePopulation = Math.max(n, (populationSize * n) / nRespondents);
    return wilsonFinite({ x, n, level, populationSize: basePopulation });
  }
  const isExactNeeded = x === 0 || x === n || isReferenceBase(n);
  return isExactNeeded ? clopperPearson({ x, n, level }) : wilson({ x, n, level });
}

function estimateMean(
  base: EstimateBase,
  totals: ReadonlyMap<string, number>,
  input: IndicatorInput,
): MeanEstimate {
  const scores = [...totals]
    .filter(([value]) => value !== outOfBase)
    .map(([value, n]) => ({ ...parseItemScore(value), n }));
  const { numerator, denominator } = exactMean(scores);
  const moments = meanOfScores(scores.map(({ sum, nItems, n }) => ({ score: sum / nItems, n })));
  const isSampled = hasSamplingError(input.design);
  const populationSize =
    input.design === 'census' && input.populationSize !== null
      ? (input.populationSize * base.n) / Math.max(1, base.nRespondents)
      : null;
  const intervalAt = (level: number) => (isSampled ? meanInterval(moments, { level, populationSize }) : null);
  return {
    kind: 'mean',
    ...base,
    numerator,
    denominator,
    value: base.n === 0 ? null : numerator / denominator,
    sd: moments.sd,
    ...sampled(intervalAt, input.target.value),
    isReference: isReferenceBase(base.n),
    weighted: null,
  };
}

/** Every visit on the common denominator of the item counts, so that rounding decides nothing. */
function exactMean(scores: readonly { sum: number; nItems: number; n: number }[]) {
  let common = 1;
  for (const { nItems } of scores) common = (common * nItems) / greatestCommonDivisor(common, nItems);
  let numerator = 0;
  let n = 0;
  for (const score of scores) {
    numerator += score.n * score.sum * (common / score.nItems);
    n += score.n;
  }
  return { numerator, denominator: common * n };
}

function greatestCommonDivisor(a: number, b: number): number {
  return b === 0 ? a : greatestCommonDivisor(b, a % b);
}

function estimateCount(base: EstimateBase, totals: ReadonlyMap<string, number>): CountEstimate {
  let sum = 0;
  for (const [value, n] of totals) if (value !== outOfBase) sum += n * parseCountValue(value);
  return { kind: 'count', ...base, value: base.n === 0 ? null : sum };
}

function sampled(intervalAt: (level: number) => Interval | null, target: number) {
  const oneSided = intervalAt(oneSidedLevel);
  return {
    interval: intervalAt(publishedLevel),
    oneSided: oneSided && { lower: oneSided.lower, upper: oneSided.upper },
    evidence: classifyEvidence(oneSided, target),
  };
}

function hasSamplingError(design: Design): boolean {
  return design === 'probability' || design === 'census';
}
