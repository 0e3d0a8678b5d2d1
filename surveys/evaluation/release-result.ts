import { clopperPearson } from '#surveys/aggregation/estimate/clopper-pearson.ts';
import type { IndicatorKind } from '#surveys/plan/indicator-kind.ts';
import type { IndicatorResult, WeightedResult } from './indicator-result.ts';
import { type MethodNoteLine, roundStoredNote } from './method-note.ts';

type WeightedInterval = NonNullable<WeightedResult['interval']>;

/** Bounds rounded like their figure, with what the page prints of the exact ones, without a unit: "49.4". */
export interface ReleasedInterval extends WeightedInterval {
  readonly display: { readonly lower: string; readonly upper: string };
}

/** A weighted figure as it may leave the system. */
export interface ReleasedWeighted extends Omit<WeightedResult, 'interval'> {
  readonly interval: ReleasedInterval | null;
}

/** A result as it may leave the system: pages, events and JSON take no other. */
export interface ReleasedResult extends Omit<IndicatorResult, 'weighted'> {
  readonly weighted: ReleasedWeighted | null;
}

/**
 * A result with the digits that may leave the system: digits are disclosure, since a weighted figure with all of
 * them is an equation that a search in whole numbers solves for the cells that are hidden.
 *
 * A weighted value and its bounds keep one decimal more than the page prints (a share that is printed as 52.3 % is
 * 0.5234), the effective n is a whole number, and the design effect, with two decimals, says no more than the base
 * and that number do. Plain figures stay exact: their whole numbers are shown. Notes say weights as ranges, also
 * those that were stored otherwise. What is stored stays exact.
 * @param kind the kind of the result's indicator, which tells shares (0–1, printed in percent) from points
 */
export function releaseResult(result: IndicatorResult, kind: IndicatorKind): ReleasedResult {
  return {
    ...result,
    weighted: result.weighted && releaseWeighted(result.weighted, kind),
    methodNote: result.methodNote.map(
      ({ term, text }): MethodNoteLine => ({ term, text: roundStoredNote(text) }),
    ),
  };
}

function releaseWeighted(weighted: WeightedResult, kind: IndicatorKind): ReleasedWeighted {
  const { value, display, interval, evidence, designEffect } = weighted;
  const effectiveN = Math.round(weighted.effectiveN);
  const decimals = nDecimals(display) + 1 + (kind === 'share' ? 2 : 0);
  // Kish's two numbers are one: their product is the base.
  const n = Math.round(weighted.effectiveN * designEffect);
  return {
    value: roundTo(value, decimals),
    display,
    interval: interval && releaseInterval(interval, { value, effectiveN, decimals, kind }),
    evidence,
    effectiveN,
    designEffect: roundTo(n / effectiveN, 2),
  };
}

function releaseInterval(
  exact: WeightedInterval,
  {
    value,
    effectiveN,
    decimals,
    kind,
  }: {
    readonly value: number;
    readonly effectiveN: number;
    readonly decimals: number;
    readonly kind: IndicatorKind;
  },
): ReleasedInterval {
  const { level, method } = exact;
  // Where all answered alike the bounds are a function of the effective n, and would give away its decimals.
  const ofWholeNumber =
    method === 'clopper-pearson'
      ? clopperPearson({ x: value <= 0 ? 0 : effectiveN, n: effectiveN, level })
      : null;
  const { lower, upper } = ofWholeNumber ?? exact;
  const print = (bound: number) => (bound * (kind === 'share' ? 100 : 1)).toFixed(1);
  return {
    lower: roundTo(lower, decimals),
    upper: roundTo(upper, decimals),
    level,
    method,
    display: { lower: print(lower), upper: print(upper) },
  };
}

const nDecimals = (display: string): number => display.split('.')[1]?.length ?? 0;

const roundTo = (value: number, decimals: number): number => Number(value.toFixed(decimals));
