import {
  estimateIndicator,
  type IndicatorEstimate,
} from '#surveys/aggregation/estimate/estimate-indicator.ts';
import { estimateWeighted, withWeightedEstimate } from '#surveys/aggregation/estimate/estimate-weighted.ts';
import type { TallyCount } from '#surveys/aggregation/tally/tally.ts';
import type { IndicatorResult, ResultState } from '#surveys/evaluation/indicator-result.ts';
import { describeMethod } from '#surveys/evaluation/method-note.ts';
import { buildRoundResult } from '#surveys/evaluation/round-result.ts';
import { type RoundWeighting, weighForPopulation } from '#surveys/evaluation/round-weighting.ts';
import type { Indicator } from '#surveys/plan/indicator.ts';
import { findIndicator, type Plan } from '#surveys/plan/plan.ts';
import type { BaseRule, Measurement } from '#surveys/questionnaire/definition.ts';
import type { Round } from '#surveys/round/round.ts';

/** One indicator of a round: its figure under the official base rule, and the estimate behind it. */
export interface EvaluatedIndicator {
  readonly indicator: Indicator;
  readonly measurement: Measurement;
  readonly baseRule: BaseRule;
  readonly estimate: IndicatorEstimate;
  readonly result: IndicatorResult;
}

export interface RoundEvaluation {
  readonly weighting: RoundWeighting;
  /** In the questionnaire's order. */
  readonly indicators: readonly EvaluatedIndicator[];
}

export interface RoundEvaluationInput {
  readonly plan: Plan;
  readonly round: Round;
  readonly tally: readonly TallyCount[];
  readonly state: ResultState;
}

/**
 * Every indicator that a round measures and its plan knows, from the tally alone, plain and, for a probability
 * round with a frame, weighted. The denominator is the base of the official rule: the one the plan names, else
 * the measurement's first. An empty base gives a result with value null; an indicator that the plan lacks is
 * left out; where weighting is impossible the plain figures stand alone, with the reason.
 * @throws RangeError when the tally holds a value its measurement cannot have
 */
export function evaluateRound(input: RoundEvaluationInput): RoundEvaluation {
  const weighting = weighForPopulation(input.round, input.tally);
  const indicators = input.round.questionnaire.measurements.flatMap((measurement) => {
    const indicator = findIndicator(input.plan, measurement.indicator);
    const baseRule = officialBaseRule(measurement, indicator);
    return indicator && baseRule
      ? [evaluateIndicator(input, { indicator, measurement, baseRule, weighting })]
      : [];
  });
  return { weighting, indicators };
}

interface OneIndicator {
  readonly indicator: Indicator;
  readonly measurement: Measurement;
  readonly baseRule: BaseRule;
  readonly weighting: RoundWeighting;
}

function evaluateIndicator(
  { round, tally, state }: RoundEvaluationInput,
  { indicator, measurement, baseRule, weighting }: OneIndicator,
): EvaluatedIndicator {
  const target = indicator.target;
  const plain = estimateIndicator({
    counts: tally,
    measurement,
    baseRuleId: baseRule.id,
    target,
    design: round.design,
    populationSize: round.populationSize,
  });
  const weighted =
    weighting.kind === 'weighted'
      ? estimateWeighted({ round: weighting.round, measurement, baseRuleId: baseRule.id, target })
      : null;
  const estimate = withWeightedEstimate(plain, weighted);
  const source = { kind: 'round', title: round.title, roundId: round.id } as const;
  const intervalMethod = estimate.kind === 'count' ? null : (estimate.interval?.method ?? null);
  const methodNote = describeMethod({ round, measurement, baseRule, weighting, intervalMethod });
  const { fiscalYear } = round;
  const result = buildRoundResult({ estimate, indicator, fiscalYear, state, source, methodNote });
  return { indicator, measurement, baseRule, estimate, result };
}

const officialBaseRule = (measurement: Measurement, indicator: Indicator | undefined): BaseRule | undefined =>
  measurement.baseRules.find(({ id }) => id === indicator?.baseRule.id) ?? measurement.baseRules[0];
