import { TargetBar } from '#app/components/chart/target-bar.tsx';
import { formatFigure, formatInterval, formatTarget } from '#app/components/figure/figure-words.ts';
import type { IndicatorSheet } from '#surveys/evaluation/build-evaluation.ts';
import type { IndicatorKind } from '#surveys/plan/indicator-kind.ts';

/** Scores run from 0 so that the length of a bar is the score; counts are not drawn. */
const axes = {
  share: { max: 1, perUnit: 0.01, labels: ['0%', '100%'] },
  mean: { max: 5, perUnit: 1, labels: ['0点', '5点'] },
  count: null,
} as const satisfies Record<IndicatorKind, object | null>;

interface IndicatorBarProps {
  readonly sheet: IndicatorSheet;
  readonly size?: 'compact' | 'large';
}

/** Result, interval and target of an indicator on the axis of its kind. */
export function IndicatorBar({ sheet: { indicator, result }, size = 'compact' }: IndicatorBarProps) {
  const axis = axes[indicator.kind];
  if (axis === null || result === null || result.value === null) return null;
  const interval = formatInterval(indicator, result);
  const words = [
    `結果 ${formatFigure(indicator, result)}`,
    `目標 ${formatTarget(indicator.target)}`,
    ...(interval === null ? [] : [interval]),
  ];
  return (
    <TargetBar
      min={0}
      max={axis.max}
      value={result.value}
      target={indicator.target.value * axis.perUnit}
      interval={result.interval}
      description={words.join('、')}
      size={size}
      axisLabels={axis.labels}
      targetLabel={`目標 ${formatTarget(indicator.target)}`}
    />
  );
}
