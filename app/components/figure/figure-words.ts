import { isReferenceBase } from '#surveys/aggregation/disclosure/base-size.ts';
import type { IndicatorResult } from '#surveys/evaluation/indicator-result.ts';
import type { ReleasedInterval } from '#surveys/evaluation/release-result.ts';
import { formatEra } from '#surveys/plan/fiscal-year.ts';
import type { Indicator, Target } from '#surveys/plan/indicator.ts';
import { unitOfKind } from '#surveys/plan/indicator-kind.ts';
import type { Audience } from '#surveys/questionnaire/definition.ts';

/** Both calendars: 「平成27年度(2015年度)」. */
export function formatFiscalYear(fiscalYear: number): string {
  return `${formatEra(fiscalYear).long}(${fiscalYear}年度)`;
}

/** As the ward writes a target: 「50%以上」「3.5点以上」. */
export function formatTarget(target: Target): string {
  return `${target.value}${target.unit}以上`;
}

/** A result with its unit; an empty base has none. */
export function formatFigure(indicator: Indicator, result: IndicatorResult): string {
  return result.value === null ? result.display : `${result.display}${unitOfKind[indicator.kind]}`;
}

const respondentsOf: Readonly<Record<Audience, string>> = {
  residents: '回答した区民のうち',
  visitors: '回答した来庁者のうち',
  organisations: '回答した活動主体のうち',
  'mystery-shoppers': '覆面調査員の採点の平均',
  'event-participants': '回答した参加者のうち',
  'ward-records': '区役所の記録',
};

/** Of whom a figure speaks: of those who answered, never of all residents. */
export function formatRespondents(indicator: Indicator): string {
  return respondentsOf[indicator.audience];
}

/** The base of a figure; a count has none, and a record that does not give it is said to be silent. */
export function formatBase(indicator: Indicator, result: IndicatorResult): string | null {
  if (indicator.kind === 'count') return null;
  if (result.n === null) return indicator.kind === 'mean' ? '訪問数の記載なし' : '回答数の記載なし';
  return `n=${result.n.toLocaleString('ja-JP')}`;
}

export function isReferenceFigure(indicator: Indicator, result: IndicatorResult): boolean {
  return indicator.kind !== 'count' && result.n !== null && isReferenceBase(result.n);
}

interface WithInterval {
  /** Rounded bounds say themselves what is printed: rounded again they could come out otherwise. */
  readonly interval:
    | (NonNullable<IndicatorResult['interval']> & Partial<Pick<ReleasedInterval, 'display'>>)
    | null;
}

/** Bounds in the indicator's unit with one decimal; null where the figure has no interval. */
export function formatInterval(indicator: Indicator, { interval }: WithInterval): string | null {
  if (interval === null) return null;
  const print = (bound: number) => (bound * (indicator.kind === 'share' ? 100 : 1)).toFixed(1);
  const from = interval.display?.lower ?? print(interval.lower);
  const to = interval.display?.upper ?? print(interval.upper);
  const unit = unitOfKind[indicator.kind];
  return `${from}${unit}〜${to}${unit}(${Math.round(interval.level * 100)}%信頼区間)`;
}
