import type { Services } from '#app/fielding/services.ts';
import { getPlan } from '#db/queries/plan.ts';
import { listTally } from '#db/queries/tally.ts';
import { describeScores, type ScoreSummary } from '#surveys/aggregation/estimate/describe-scores.ts';
import {
  estimateDistribution,
  type QuestionDistribution,
} from '#surveys/aggregation/estimate/estimate-distribution.ts';
import { estimateIndicator } from '#surveys/aggregation/estimate/estimate-indicator.ts';
import { outOfBase, parseItemScore } from '#surveys/aggregation/estimate/indicator-counts.ts';
import { distribution } from '#surveys/aggregation/tally/distribution.ts';
import { indicatorMeasure, questionMeasure } from '#surveys/aggregation/tally/measures.ts';
import type { TallyCount } from '#surveys/aggregation/tally/tally.ts';
import { type IndicatorSheet, makeSheet } from '#surveys/evaluation/build-evaluation.ts';
import { type EvaluatedIndicator, evaluateRound } from '#surveys/evaluation/evaluate-round.ts';
import {
  type IndicatorBreakdown,
  listIndicatorBreakdowns,
} from '#surveys/evaluation/indicator-breakdowns.ts';
import { buildRoundResult } from '#surveys/evaluation/round-result.ts';
import type { BaseRule, Question } from '#surveys/questionnaire/definition.ts';
import { listAnswerCodes } from '#surveys/questionnaire/kinds/index.ts';
import { figureStateOf, type Round } from '#surveys/round/round.ts';

/** A question that an indicator rests on, with how it was answered. */
export interface AnsweredQuestion extends Pick<QuestionDistribution, 'base' | 'answers' | 'missing'> {
  readonly question: Question;
  /** The answers that count as positive; none where the indicator is no share. */
  readonly positive: readonly string[];
}

/** What a figure of a round rests on: all that somebody needs to defend it. */
export interface IndicatorGrounds {
  readonly sheet: IndicatorSheet;
  readonly officialRuleId: string;
  /** The figure under every base rule, the official one among them. */
  readonly alternatives: readonly {
    readonly rule: BaseRule;
    readonly display: string;
    readonly n: number | null;
  }[];
  readonly answers: readonly AnsweredQuestion[];
  /** Spread of the visits' scores; null for shares and counts. */
  readonly scores: ScoreSummary | null;
  /** Null while answers may still come in. */
  readonly breakdowns: readonly IndicatorBreakdown[] | null;
}

/** What an indicator's figure rests on as the round stands now; undefined where the round does not measure it. */
export async function findIndicatorGrounds(
  { db }: Pick<Services, 'db'>,
  { round, indicatorId }: { readonly round: Round; readonly indicatorId: string },
): Promise<IndicatorGrounds | undefined> {
  const plan = await getPlan(db, round.planId);
  const tally = await listTally(db, round.id);
  const state = figureStateOf(round.state);
  const { indicators, weighting } = evaluateRound({ plan, round, tally, state });
  const evaluated = indicators.find(({ indicator }) => indicator.id === indicatorId);
  if (!evaluated) return undefined;
  const { indicator, baseRule, measurement, result } = evaluated;
  const weighed = weighting.kind === 'weighted' ? weighting.round : null;
  return {
    sheet: makeSheet(indicator, result),
    officialRuleId: baseRule.id,
    alternatives: listAlternatives(round, tally, evaluated),
    answers: listAnswers(round, tally, evaluated),
    scores: measurement.kind === 'mean' ? describeScores(listScores(tally, evaluated)) : null,
    breakdowns: listIndicatorBreakdowns({ round, tally, evaluated, weighed }),
  };
}

function listAlternatives(
  { id, title, design, populationSize, fiscalYear, state }: Round,
  tally: readonly TallyCount[],
  { indicator, measurement }: EvaluatedIndicator,
): IndicatorGrounds['alternatives'] {
  const { target } = indicator;
  const source = { kind: 'round', title, roundId: id } as const;
  const parts = { indicator, fiscalYear, state: figureStateOf(state), source, methodNote: [] };
  return measurement.baseRules.map((rule) => {
    const input = { counts: tally, measurement, baseRuleId: rule.id, target, design, populationSize };
    const { display, n } = buildRoundResult({ ...parts, estimate: estimateIndicator(input) });
    return { rule, display, n };
  });
}

/** How the questions behind an indicator were answered, in the questionnaire's order. */
function listAnswers(
  { questionnaire }: Round,
  tally: readonly TallyCount[],
  { measurement }: EvaluatedIndicator,
): readonly AnsweredQuestion[] {
  const ids = measurement.kind === 'mean' ? measurement.items : [measurement.question];
  const positive = measurement.kind === 'share' ? measurement.positive : [];
  return questionnaire.pages
    .flatMap((page) => page.questions)
    .filter(({ id }) => ids.includes(id))
    .map((question) => ({
      question,
      positive,
      ...estimateDistribution({
        counts: tally,
        measure: questionMeasure(question.id),
        values: listAnswerCodes(question),
        round: null,
      }),
    }));
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
