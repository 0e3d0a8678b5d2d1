import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { twoProportionTest } from './proportion-test.ts';
import { normalUpperTail } from './tail-probability.ts';
import { wilson } from './wilson.ts';

/** A change from an earlier round to a later one, later minus earlier, in shares (−1 to 1) or points. */
export interface Difference {
  readonly value: number;
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
  /** Two-sided; 1 when both rounds are unanimous and alike. */
  readonly pValue: number;
  readonly method: 'newcombe' | 'z';
}

/**
 * Difference of two plain shares of independent rounds: Newcombe's hybrid score interval, score test p-value.
 *
 * Denominators: the base of each round. Null when either base is empty.
 * Source: Newcombe (1998), Statistics in Medicine 17, 873–890, method 10.
 */
export function compareShares(
  earlier: { readonly x: number; readonly n: number },
  later: { readonly x: number; readonly n: number },
  level: number,
): Difference | null {
  const before = wilson({ ...earlier, level });
  const after = wilson({ ...later, level });
  if (before === null || after === null) return null;
  const p1 = earlier.x / earlier.n;
  const p2 = later.x / later.n;
  const value = p2 - p1;
  const test = twoProportionTest(later, earlier, { alternative: 'two-sided', level, isCorrected: false });
  return {
    value,
    lower: value - Math.hypot(p2 - after.lower, before.upper - p1),
    upper: value + Math.hypot(after.upper - p2, p1 - before.lower),
    level,
    pValue: test.pValue ?? 1,
    method: 'newcombe',
  };
}

export interface MeanWithError {
  readonly value: number;
  readonly standardError: number;
}

/**
 * Difference of two weighted figures of independent rounds, z = (p₂ − p₁)/sqrt(V₁ + V₂).
 *
 * With no error in either (both fully observed) the interval is the point, and p is 1 or 0.
 */
export function compareWeighted(earlier: MeanWithError, later: MeanWithError, level: number): Difference {
  const value = later.value - earlier.value;
  const z = normalQuantile((1 + level) / 2, 0, 1);
  const standardError = Math.hypot(earlier.standardError, later.standardError);
  return {
    value,
    lower: value - z * standardError,
    upper: value + z * standardError,
    level,
    pValue:
      standardError === 0 ? (value === 0 ? 1 : 0) : 2 * normalUpperTail(Math.abs(value) / standardError),
    method: 'z',
  };
}
