import type { AppLoadContext } from '@remix-run/node';
import { describeAnswers } from '#app/features/indicator-detail/describe-answers.ts';
import { describeBreakdowns } from '#app/features/indicator-detail/describe-breakdowns.ts';
import type { IndicatorDetail } from '#app/features/indicator-detail/indicator-detail.ts';
import { getPlan } from '#db/queries/plan.ts';
import { listTally } from '#db/queries/tally.ts';
import { describeScores } from '#surveys/aggregation/estimate/describe-scores.ts';
import { estimateIndicator } from '#surveys/aggregation/estimate/estimate-indicator.ts';
import { outOfBase, parseItemScore } from '#surveys/aggregation/estimate/indicator-counts.ts';
import { distribution } from '#surveys/aggregation/tally/distribution.ts';
import { indicatorMeasure } from '#surveys/aggregation/tally/measures.ts';
import type { TallyCount } from '#surveys/aggregation/tally/tally.ts';
import { makeSheet } from '#surveys/evaluation/build-evaluation.ts';
import { type EvaluatedIndicator, evaluateRound } from '#surveys/evaluation/evaluate-round.ts';
import { buildRoundResult } from '#surveys/evaluation/round-result.ts';
import { figureStateOf, type Round } from '#surveys/round/round.ts';

/** Everything a manager needs to defend one figure of a round. @throws {Response} 404 for an unknown indicator */
export async function loadIndicatorDetail(
  context: AppLoadContext,
  round: Round,
  indicatorId: string | undefined,
): Promise<IndicatorDetail> {
  const { db } = context.services;
  const plan = await getPlan(db, round.planId);
  const tally = await listTally(db, round.id);
  const state = figureStateOf(round.state);
  const { indicators, weighting } = evaluateRound({ plan, round, tally, state });
  const evaluated = indicators.find(({ indicator }) => indicator.id === indicatorId);
  if (!evaluated) throw new Response(null, { status: 404 });
  const { indicator, measurement, result } = evaluated;
  const { design, populationSize, fiscalYear } = round;
  const weighed = weighting.kind === 'weighted' ? weighting.round : null;
  const alternatives = measurement.baseRules.map((rule) => {
    const { target } = indicator;
    const input = { counts: tally, measurement, baseRuleId: rule.id, target, design, populationSize };
    const estimate = estimateIndicator(input);
    const source = { kind: 'round', title: round.title, roundId: round.id } as const;
    const { display, n } = buildRoundResult({
      estimate,
      indicator,
      fiscalYear,
      state,
      source,
      methodNote: [],
    });
    return { id: rule.id, label: rule.label.ja, display, n };
  });
  return {
    sheet: makeSheet(indicator, result),
    officialRuleId: evaluated.baseRule.id,
    alternatives,
    answers: describeAnswers(round.questionnaire, measurement, tally),
    scores: measurement.kind === 'mean' ? describeScores(listScores(tally, evaluated)) : null,
    breakdowns: describeBreakdowns({ round, tally, evaluated, weighed }),
  };
}

/** The score of every visit in the base. */
function listScores(tally: readonly TallyCount[], { indicator, baseRule }: EvaluatedIndicator): number[] {
  return distribution(tally, indicatorMeasure(indicator.id, baseRule.id))
    .filter(({ value }) => value !== outOfBase)
    .flatMap(({ value, n }) => {
      const { sum, nItems } = parseItemScore(value);
      return Array.from({ length: n }, () => sum / nItems);
    });
}
