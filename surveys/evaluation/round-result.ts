import type { IndicatorEstimate } from '#surveys/aggregation/estimate/estimate-indicator.ts';
import type { WeightedEstimate } from '#surveys/aggregation/estimate/weighted-estimate.ts';
import type { Indicator } from '#surveys/plan/indicator.ts';
import { formatBesideTarget, noFigure } from './display.ts';
import { exactCount, exactMean, exactPercent } from './exact-value.ts';
import type { IndicatorResult, ResultSource, ResultState, WeightedResult } from './indicator-result.ts';
import type { MethodNoteLine } from './method-note.ts';
import { officialVerdict } from './official.ts';
import type { Rational } from './rational.ts';

export interface RoundResultInput {
  readonly estimate: IndicatorEstimate;
  readonly indicator: Indicator;
  readonly fiscalYear: number;
  readonly state: ResultState;
  readonly source: ResultSource;
  readonly methodNote: readonly MethodNoteLine[];
}

/**
 * The plain figure of a round in the shape of all results. The denominator is the estimate's base; shares 0–1,
 * means in points, counts in 件. An empty base gives value null, display `—`, official `no_result`.
 * Verdict and display are decided from the estimate's integers, never from its float.
 * @throws RangeError Where the estimate is not of the indicator's kind.
 */
export function buildRoundResult(input: RoundResultInput): IndicatorResult {
  const { estimate, indicator, fiscalYear, state, source } = input;
  if (estimate.kind !== indicator.kind) {
    throw new RangeError(`indicator ${indicator.id} is a ${indicator.kind}, not a ${estimate.kind}`);
  }
  const exact = readExactValue(estimate);
  const isSampled = estimate.kind !== 'count';
  return {
    value: estimate.value,
    display: exact === null ? noFigure : formatBesideTarget(exact, indicator.target, isSampled ? 1 : 0),
    n: isSampled ? estimate.n : null,
    state,
    source,
    interval: isSampled && estimate.interval !== null ? { ...estimate.interval } : null,
    official: officialVerdict({
      value: exact,
      target: indicator.target,
      fiscalYear,
      isExcluded: indicator.excluded !== undefined,
    }),
    evidence: isSampled ? estimate.evidence : 'unknown',
    weighted: isSampled ? weightedResult(estimate.weighted, indicator) : null,
    methodNote: [...input.methodNote],
  };
}

/** Weighted figures are estimates, not counts: rounding their float to one decimal decides no verdict. */
function weightedResult(weighted: WeightedEstimate | null, indicator: Indicator): WeightedResult | null {
  if (weighted === null) return null;
  return {
    value: weighted.value,
    display: (weighted.value * (indicator.kind === 'share' ? 100 : 1)).toFixed(1),
    interval: weighted.interval && { ...weighted.interval },
    evidence: weighted.evidence,
    effectiveN: weighted.effectiveN,
    designEffect: weighted.kishDeff,
  };
}

function readExactValue(estimate: IndicatorEstimate): Rational | null {
  switch (estimate.kind) {
    case 'share':
      return exactPercent(estimate.x, estimate.n);
    case 'mean':
      return exactMean(estimate.numerator, estimate.denominator);
    case 'count':
      return exactCount(estimate.value);
  }
}
