import { formatInterval } from '#app/components/figure/figure-words.ts';
import type { Breakdown, BreakdownRow } from '#app/features/indicator-detail/indicator-detail.ts';
import {
  type EstimatedCell,
  estimateBreakdowns,
} from '#surveys/aggregation/disclosure/estimate-breakdown.ts';
import type { WeighedRound } from '#surveys/aggregation/estimate/weigh-round.ts';
import type { TallyCount } from '#surveys/aggregation/tally/tally.ts';
import type { EvaluatedIndicator } from '#surveys/evaluation/evaluate-round.ts';
import { buildRoundResult } from '#surveys/evaluation/round-result.ts';
import { unitOfKind } from '#surveys/plan/indicator-kind.ts';
import { isAnonymous } from '#surveys/round/anonymity.ts';
import type { Round } from '#surveys/round/round.ts';
import { figureStateOf } from '#surveys/round/round.ts';

interface BreakdownsInput {
  readonly round: Round;
  readonly tally: readonly TallyCount[];
  readonly evaluated: EvaluatedIndicator;
  readonly weighed: WeighedRound | null;
}

const missingLabels: Readonly<Record<string, string>> = {
  no_answer: '無回答',
  refused: '答えたくない',
  not_asked: '質問の対象外',
};

/** The figure by each profile dimension that was asked, small cells hidden; null until the round is final. */
export function describeBreakdowns({
  round,
  tally,
  evaluated,
  weighed,
}: BreakdownsInput): Breakdown[] | null {
  if (figureStateOf(round.state) === 'provisional') return null;
  const questions = round.questionnaire.pages
    .flatMap((page) => page.questions)
    .flatMap((question) => (question.kind === 'single' && question.profile ? [{ ...question }] : []));
  if (questions.length === 0) return [];
  const { indicator, measurement, baseRule } = evaluated;
  const tables = estimateBreakdowns({
    counts: tally,
    measurement,
    baseRuleId: baseRule.id,
    target: indicator.target,
    design: round.design,
    breakdowns: questions.map(({ profile }) => [profile ?? '']),
    round: weighed,
    isProtected: isAnonymous(round.audience),
  });
  return questions.map((question, index) => {
    const cells = tables[index]?.cells ?? [];
    const order = [...question.options.filter(({ refused }) => !refused).map(({ code }) => code)];
    const labelOf = new Map(question.options.map(({ code, label }) => [code, label.ja]));
    const place = ({ key }: EstimatedCell) => {
      const at = order.indexOf(key[0] ?? '');
      return at === -1 ? order.length : at;
    };
    return {
      title: question.text.ja,
      rows: [...cells]
        .sort((a, b) => place(a) - place(b))
        .map((cell) => {
          const code = cell.key[0] ?? '';
          return describeRow(labelOf.get(code) ?? missingLabels[code] ?? code, cell, round, evaluated);
        }),
    };
  });
}

function describeRow(
  label: string,
  cell: EstimatedCell,
  { fiscalYear, title, id }: Round,
  { indicator }: EvaluatedIndicator,
): BreakdownRow {
  if (cell.state === 'suppressed') return { label, figure: null };
  const source = { kind: 'round', title, roundId: id } as const;
  const { estimate } = cell;
  const result = buildRoundResult({
    estimate,
    indicator,
    fiscalYear,
    state: 'final',
    source,
    methodNote: [],
  });
  const unit = unitOfKind[indicator.kind];
  return {
    label,
    figure: {
      display: `${result.display}${result.value === null ? '' : unit}`,
      n: estimate.n,
      interval: formatInterval(indicator, result),
      weighted: result.weighted && `${result.weighted.display}${unit}`,
      isReference: cell.state === 'reference',
    },
  };
}
