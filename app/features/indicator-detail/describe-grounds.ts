import { formatInterval } from '#app/components/figure/figure-words.ts';
import type {
  AnswersOfQuestion,
  Breakdown,
  BreakdownRow,
  IndicatorDetail,
} from '#app/features/indicator-detail/indicator-detail.ts';
import type { AnsweredQuestion, IndicatorGrounds } from '#app/fielding/results/find-indicator-grounds.ts';
import { formatPercent } from '#surveys/evaluation/display.ts';
import type { BreakdownCategory, IndicatorBreakdown } from '#surveys/evaluation/indicator-breakdowns.ts';
import type { Indicator } from '#surveys/plan/indicator.ts';
import { unitOfKind } from '#surveys/plan/indicator-kind.ts';
import type { Question } from '#surveys/questionnaire/definition.ts';
import { listNumberedOptions } from '#surveys/questionnaire/kinds/index.ts';
import type { MissingValue } from '#surveys/questionnaire/missing-values.ts';

const missingNames: Readonly<Record<MissingValue, string>> = {
  not_asked: '質問の対象外',
  no_answer: '無回答',
  refused: '答えたくない',
};

/** What a figure rests on, as its page shows it. */
export function describeGrounds(grounds: IndicatorGrounds): IndicatorDetail {
  const { sheet, officialRuleId, alternatives, answers, scores, breakdowns } = grounds;
  return {
    sheet,
    officialRuleId,
    alternatives: alternatives.map(({ rule, display, n }) => ({
      id: rule.id,
      label: rule.label.ja,
      display,
      n,
    })),
    answers: answers.map(describeAnswers),
    scores,
    breakdowns: breakdowns?.map((breakdown) => describeBreakdown(sheet.indicator, breakdown)) ?? null,
  };
}

function describeAnswers({
  question,
  positive,
  base,
  answers,
  missing,
}: AnsweredQuestion): AnswersOfQuestion {
  const labelOf = labels(question);
  return {
    question: question.text.ja,
    base,
    answers: answers.map(({ value, n, share }) => ({
      label: labelOf(value),
      n,
      share: share ?? 0,
      display: base === 0 ? '—' : `${formatPercent(n, base)}%`,
      isPositive: positive.includes(value),
    })),
    missing: missing
      .filter(({ n }) => n > 0)
      .map(({ value, n }) => `${missingNames[value]} ${n}`)
      .join('・'),
  };
}

function labels(question: Question): (value: string) => string {
  const byCode = new Map(listNumberedOptions(question).map(({ code, label }) => [code, label]));
  return (value) => byCode.get(value) ?? value;
}

function describeBreakdown(
  indicator: Indicator,
  { title, options, categories }: IndicatorBreakdown,
): Breakdown {
  const labelOf = new Map<string, string>([
    ...Object.entries(missingNames),
    ...options.map(({ code, label }) => [code, label.ja] as const),
  ]);
  return {
    title: title.ja,
    rows: categories.map((category) => ({
      label: labelOf.get(category.code) ?? category.code,
      figure: describeFigure(indicator, category),
    })),
  };
}

function describeFigure(indicator: Indicator, { figure }: BreakdownCategory): BreakdownRow['figure'] {
  if (figure === null) return null;
  const { result, n, isReference } = figure;
  const unit = unitOfKind[indicator.kind];
  return {
    display: `${result.display}${result.value === null ? '' : unit}`,
    n,
    interval: formatInterval(indicator, result),
    weighted: result.weighted && `${result.weighted.display}${unit}`,
    isReference,
  };
}
