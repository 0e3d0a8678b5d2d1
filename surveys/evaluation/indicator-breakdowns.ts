import {
  type EstimatedCell,
  estimateBreakdowns,
} from '#surveys/aggregation/disclosure/estimate-breakdown.ts';
import type { WeighedRound } from '#surveys/aggregation/estimate/weigh-round.ts';
import type { TallyCount } from '#surveys/aggregation/tally/tally.ts';
import type { EvaluatedIndicator } from '#surveys/evaluation/evaluate-round.ts';
import type { IndicatorResult } from '#surveys/evaluation/indicator-result.ts';
import { buildRoundResult } from '#surveys/evaluation/round-result.ts';
import { profileOfQuestion } from '#surveys/questionnaire/kinds/index.ts';
import type { Option } from '#surveys/questionnaire/question-base.ts';
import { isAnonymous } from '#surveys/round/anonymity.ts';
import { figureStateOf, type Round } from '#surveys/round/round.ts';
import type { LocalizedText } from '#surveys/text.ts';

/** One category of a profile dimension, as it may be shown; a hidden one has no number at all. */
export interface BreakdownCategory {
  /** The answer's code, or that of a missing value. */
  readonly code: string;
  readonly figure: {
    readonly result: IndicatorResult;
    /** Respondents of the category in the base. */
    readonly n: number;
    /** Whether the base is small, and the figure 参考値. */
    readonly isReference: boolean;
  } | null;
}

export interface IndicatorBreakdown {
  /** The text of the question that the profile dimension comes from, and its answers. */
  readonly title: LocalizedText;
  readonly options: readonly Option[];
  /** In the order of the answers, missing values last. */
  readonly categories: readonly BreakdownCategory[];
}

interface BreakdownsInput {
  readonly round: Round;
  readonly tally: readonly TallyCount[];
  readonly evaluated: EvaluatedIndicator;
  /** The weighted respondents; null for a round that is not weighted. */
  readonly weighed: WeighedRound | null;
}

/**
 * The figure of an indicator by each profile dimension that was asked, small cells of anonymous rounds hidden. The
 * denominator is the category's part of the base. Null until the round is final: while answers may still come in
 * the difference of two moments could give one away. Empty where no profile was asked.
 */
export function listIndicatorBreakdowns({
  round,
  tally,
  evaluated,
  weighed,
}: BreakdownsInput): readonly IndicatorBreakdown[] | null {
  if (figureStateOf(round.state) === 'provisional') return null;
  const asked = round.questionnaire.pages
    .flatMap((page) => page.questions)
    .flatMap((question) => {
      const profile = profileOfQuestion(question);
      return profile ? [{ title: question.text, ...profile }] : [];
    });
  if (asked.length === 0) return [];
  const { indicator, measurement, baseRule } = evaluated;
  const tables = estimateBreakdowns({
    counts: tally,
    measurement,
    baseRuleId: baseRule.id,
    target: indicator.target,
    design: round.design,
    breakdowns: asked.map(({ dimension }) => [dimension]),
    round: weighed,
    isProtected: isAnonymous(round.audience),
  });
  return asked.map(({ title, options }, index) => {
    const order = options.filter(({ refused }) => !refused).map(({ code }) => code);
    const placeOf = ({ code }: BreakdownCategory) => {
      const place = order.indexOf(code);
      return place === -1 ? order.length : place;
    };
    const categories = (tables[index]?.cells ?? []).map((cell) => toCategory(cell, round, evaluated));
    return { title, options, categories: categories.sort((a, b) => placeOf(a) - placeOf(b)) };
  });
}

function toCategory(
  cell: EstimatedCell,
  { fiscalYear, title, id }: Round,
  { indicator }: EvaluatedIndicator,
): BreakdownCategory {
  const code = cell.key[0] ?? '';
  if (cell.state === 'suppressed') return { code, figure: null };
  const { estimate } = cell;
  const source = { kind: 'round', title, roundId: id } as const;
  const parts = { estimate, indicator, fiscalYear, source, methodNote: [] };
  const result = buildRoundResult({ ...parts, state: 'final' });
  return { code, figure: { result, n: estimate.n, isReference: cell.state === 'reference' } };
}
