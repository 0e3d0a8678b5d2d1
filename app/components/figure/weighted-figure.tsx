import { formatInterval } from '#app/components/figure/figure-words.ts';
import type { ReleasedWeighted } from '#surveys/evaluation/release-result.ts';
import { evidenceWords } from '#surveys/evaluation/verdict-words.ts';
import type { Indicator } from '#surveys/plan/indicator.ts';
import { unitOfKind } from '#surveys/plan/indicator-kind.ts';

interface WeightedFigureProps {
  readonly indicator: Indicator;
  readonly weighted: ReleasedWeighted;
}

/** The figure weighted to the ward's population, beside the plain one that the plan's result is. */
export function WeightedFigure({ indicator, weighted }: WeightedFigureProps) {
  return (
    <p className="text-sm" data-weighted>
      補正した推計{' '}
      <strong className="text-lg tabular-nums">{`${weighted.display}${unitOfKind[indicator.kind]}`}</strong>{' '}
      {formatInterval(indicator, weighted)}・実質n={weighted.effectiveN.toLocaleString('ja-JP')}・
      {evidenceWords[weighted.evidence]}
    </p>
  );
}
