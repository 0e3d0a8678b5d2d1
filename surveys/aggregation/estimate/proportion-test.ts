import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { binomialLowerTail, chiSquareUpperTail, normalUpperTail } from './tail-probability.ts';

export type Alternative = 'two-sided' | 'greater' | 'less';

export interface ProportionTest {
  /** Null where the statistic is 0/0: all answers in both groups are the same. */
  readonly chiSquare: number | null;
  readonly pValue: number | null;
  readonly lower: number;
  readonly upper: number;
}

interface OneSampleInput {
  readonly x: number;
  readonly n: number;
  /** The share tested against, 0–1 exclusive. */
  readonly p0: number;
  readonly alternative: Alternative;
  readonly level: number;
  /** Yates' continuity correction, at most ½ and at most |x − n·p0|. */
  readonly isCorrected: boolean;
}

/**
 * Score test of a share x/n of the base against p0, with the Wilson interval of the same sidedness.
 *
 * A one-sided alternative gives a one-sided interval (other end 0 or 1). n must be positive.
 * Source: equals R's `prop.test(x, n, p = p0)`.
 */
export function oneProportionTest(input: OneSampleInput): ProportionTest {
  const { x, n, p0, alternative, level, isCorrected } = input;
  const p = x / n;
  const correction = isCorrected ? Math.min(0.5, Math.abs(x - n * p0)) : 0;
  const chiSquare = (Math.abs(x - n * p0) - correction) ** 2 / (n * p0 * (1 - p0));
  const z = normalQuantile(alternative === 'two-sided' ? (1 + level) / 2 : level, 0, 1);
  const shrink = 1 + (z * z) / n;
  const end = (sign: 1 | -1) => {
    const shifted = p + (sign * correction) / n;
    const halfWidth = z * Math.sqrt((shifted * (1 - shifted)) / n + (z * z) / (4 * n * n));
    return (shifted + (z * z) / (2 * n) + sign * halfWidth) / shrink;
  };
  return {
    chiSquare,
    pValue: scorePValue(chiSquare, Math.sign(p - p0), alternative),
    lower: alternative === 'less' || x === 0 ? 0 : Math.max(0, end(-1)),
    upper: alternative === 'greater' || x === n ? 1 : Math.min(1, end(1)),
  };
}

export interface Share {
  readonly x: number;
  readonly n: number;
}

/**
 * Score test of two independent shares, and the interval of first minus second.
 *
 * Both n positive. All answers equal in both groups: no statistic and no p-value. The correction is at most ½
 * and at most |p₁ − p₂|/(1/n₁ + 1/n₂).
 * Source: equals R's `prop.test(c(x1, x2), c(n1, n2))`.
 */
export function twoProportionTest(
  first: Share,
  second: Share,
  options: { readonly alternative: Alternative; readonly level: number; readonly isCorrected: boolean },
): ProportionTest {
  const { alternative, level, isCorrected } = options;
  const p1 = first.x / first.n;
  const p2 = second.x / second.n;
  const inverse = 1 / first.n + 1 / second.n;
  const correction = isCorrected ? Math.min(0.5, Math.abs(p1 - p2) / inverse) : 0;
  const pooled = (first.x + second.x) / (first.n + second.n);
  let chiSquare: number | null = null;
  if (pooled > 0 && pooled < 1) {
    const terms = [first, second].flatMap(({ x, n }) => [
      [x, n * pooled],
      [n - x, n * (1 - pooled)],
    ]) as [number, number][];
    chiSquare = terms.reduce((sum, [observed, expected]) => {
      return sum + (Math.abs(observed - expected) - correction) ** 2 / expected;
    }, 0);
  }
  const z = normalQuantile(alternative === 'two-sided' ? (1 + level) / 2 : level, 0, 1);
  const width = z * Math.sqrt((p1 * (1 - p1)) / first.n + (p2 * (1 - p2)) / second.n) + correction * inverse;
  return {
    chiSquare,
    pValue: chiSquare === null ? null : scorePValue(chiSquare, Math.sign(p1 - p2), alternative),
    lower: alternative === 'less' ? -1 : Math.max(-1, p1 - p2 - width),
    upper: alternative === 'greater' ? 1 : Math.min(1, p1 - p2 + width),
  };
}

function scorePValue(chiSquare: number, sign: number, alternative: Alternative): number {
  if (alternative === 'two-sided') return chiSquareUpperTail(chiSquare, 1);
  const z = sign * Math.sqrt(chiSquare);
  return normalUpperTail(alternative === 'greater' ? z : -z);
}

/**
 * Exact binomial test of x positives in a base of n against p0, 0–1 exclusive.
 *
 * Two-sided: the probability of every outcome that is no likelier than x (relative slack 1e-7 for ties).
 * Source: equals R's `binom.test(x, n, p0)$p.value`.
 * @example binomialTest(9, 10, 0.5, 'two-sided') // 0.021484…
 */
export function binomialTest(x: number, n: number, p0: number, alternative: Alternative): number {
  const lower = (k: number) => binomialLowerTail(k, n, p0);
  const upper = (k: number) => binomialLowerTail(n - k, n, 1 - p0);
  if (alternative === 'less') return lower(x);
  if (alternative === 'greater') return upper(x);
  if (x === n * p0) return 1;
  if (x < n * p0) return Math.min(1, lower(x) + upper(firstAsRare(x, n, p0)));
  return Math.min(1, upper(x) + lower(n - firstAsRare(n - x, n, 1 - p0)));
}

/** The smallest k above the mean that is no likelier than x below it; n + 1 when there is none. */
function firstAsRare(x: number, n: number, p0: number): number {
  const limit = logRatioToMode(x, n, p0) + Math.log1p(1e-7);
  let low = Math.ceil(n * p0);
  let high = n + 1;
  while (low < high) {
    const middle = Math.floor((low + high) / 2);
    if (logRatioToMode(middle, n, p0) <= limit) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** log P(X = k) up to a constant, by the ratio of neighbours from x = 0 would cost O(n): Stirling instead. */
function logRatioToMode(k: number, n: number, p0: number): number {
  return (
    logFactorial(n) - logFactorial(k) - logFactorial(n - k) + k * Math.log(p0) + (n - k) * Math.log1p(-p0)
  );
}

function logFactorial(k: number): number {
  if (k < 20) {
    let sum = 0;
    for (let i = 2; i <= k; i++) sum += Math.log(i);
    return sum;
  }
  const m = k + 1;
  const correction = 1 / (12 * m) - 1 / (360 * m ** 3) + 1 / (1260 * m ** 5) - 1 / (1680 * m ** 7);
  return (m - 0.5) * Math.log(m) - m + 0.5 * Math.log(2 * Math.PI) + correction;
}
