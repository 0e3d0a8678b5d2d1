import type { Target } from '#surveys/plan/indicator.ts';
import { compareRationals, parseDecimal, type Rational } from './rational.ts';

/**
 * The official comparison of a result with its target: `interim` is below the target before its due year
 * (未到達(中間値)), which is no failure; `excluded` is 成果測定の対象外.
 */
export const officialVerdicts = ['met', 'not_met', 'interim', 'excluded', 'no_result'] as const;
export type OfficialVerdict = (typeof officialVerdicts)[number];

/**
 * Whether a result reaches its target (≥, so equality does). Both are in the target's unit; nothing is rounded.
 * @example isTargetMet(exactPercent(1, 2), { operator: '>=', value: 50, unit: '%', dueFiscalYear: 2017 }) // true
 */
export function isTargetMet(value: Rational, target: Pick<Target, 'value'>): boolean {
  return compareRationals(value, parseDecimal(String(target.value))) >= 0;
}

export interface OfficialInput {
  /** The exact result in the target's unit; null where there is none, or nobody in the base. */
  readonly value: Rational | null;
  readonly target: Target;
  /** The fiscal year of the result. */
  readonly fiscalYear: number;
  readonly isExcluded: boolean;
}

/**
 * The official verdict from the exact value. Exclusion comes before everything, a missing result before the
 * comparison; in the due year itself and later, below is `not_met`.
 */
export function officialVerdict({ value, target, fiscalYear, isExcluded }: OfficialInput): OfficialVerdict {
  if (isExcluded) return 'excluded';
  if (value === null) return 'no_result';
  if (isTargetMet(value, target)) return 'met';
  return fiscalYear < target.dueFiscalYear ? 'interim' : 'not_met';
}
