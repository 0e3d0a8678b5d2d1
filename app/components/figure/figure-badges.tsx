import { isReferenceFigure } from '#app/components/figure/figure-words.ts';
import { StatusBadge } from '#app/components/ui/badge.tsx';
import type { IndicatorResult } from '#surveys/evaluation/indicator-result.ts';
import type { Indicator } from '#surveys/plan/indicator.ts';

interface FigureBadgesProps {
  readonly indicator: Indicator;
  readonly result: IndicatorResult;
  readonly isDemo: boolean;
}

/** What kind of figure it is: state, small base, demonstration. */
export function FigureBadges({ indicator, result, isDemo }: FigureBadgesProps) {
  return (
    <span className="inline-flex flex-wrap gap-1">
      <StatusBadge status={result.state} />
      {isReferenceFigure(indicator, result) && <StatusBadge status="reference" />}
      {isDemo && <StatusBadge status="demo" />}
    </span>
  );
}
