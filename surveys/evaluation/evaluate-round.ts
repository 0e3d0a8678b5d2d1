import {
  estimateIndicator,
  type IndicatorEstimate,
} from '#surveys/aggregation/estimate/estimate-indicator.ts';
import type { TallyCount } from '#surveys/aggregation/tally/tally.ts';
import type { IndicatorResult, ResultState } from '#surveys/evaluation/indicator-result.ts';
import { buildRoundResult } from '#surveys/evaluation/round-result.ts';
import type { Indicator } from '#surveys/plan/indicator.ts';
import { findIndicator, type Plan } from '#surveys/plan/plan.ts';
import type { BaseRule, Measurement } from '#surveys/questionnaire/definition.ts';
import type { Round } from '#surveys/round/round.ts';

/** One indicator of a round: its figure under the official base rule, and the estimate behind it. */
export interface EvaluatedIndicator {
  readonly indicator: Indicator;
  readonly baseRule: BaseRule;
  readonly estimate: IndicatorEstimate;
  readonly result: IndicatorResult;
}

export interface RoundEvaluationInput {
  readonly plan: Plan;
  readonly round: Round;
  readonly tally: readonly TallyCount[];
  readonly state: ResultState;
}

/**
 * Every indicator that a round measures and its plan knows, in the questionnaire's order, from the tally
 * alone. The denominator is the base of the official rule: the one the plan names, else the measurement's
 * first. An empty base gives a result with value null; an indicator that the plan lacks is left out.
 * @throws RangeError when the tally holds a value its measurement cannot have
 */
export function evaluateRound({ plan, round, tally, state }: RoundEvaluationInput): EvaluatedIndicator[] {
  return round.questionnaire.measurements.flatMap((measurement) => {
    const indicator = findIndicator(plan, measurement.indicator);
    const baseRule = officialBaseRule(measurement, indicator);
    if (!indicator || !baseRule) return [];
    const estimate = estimateIndicator({
      counts: tally,
      measurement,
      baseRuleId: baseRule.id,
      target: indicator.target,
      design: round.design,
      populationSize: round.populationSize,
    });
    const source = { kind: 'round', title: round.title, roundId: round.id } as const;
    const result = buildRoundResult({ estimate, indicator, fiscalYear: round.fiscalYear, state, source });
    return [{ indicator, baseRule, estimate, result }];
  });
}

const officialBaseRule = (measurement: Measurement, indicator: Indicator | undefined): BaseRule | undefined =>
  measurement.baseRules.find(({ id }) => id === indicator?.baseRule.id) ?? measurement.baseRules[0];
