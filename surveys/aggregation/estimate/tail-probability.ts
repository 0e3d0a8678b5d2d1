import betainc from '@stdlib/math-base-special-betainc';
import gammainc from '@stdlib/math-base-special-gammainc';
import normalCdf from '@stdlib/stats-base-dists-normal-cdf';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import tStdlibQuantile from '@stdlib/stats-base-dists-t-quantile';

/**
 * P(Z > z) of the standard normal, without the cancellation of 1 − Φ(z) in the far tail.
 *
 * Source: equals R's `pnorm(z, lower.tail = FALSE)`.
 * @example normalUpperTail(1.96) // 0.024997…
 */
export function normalUpperTail(z: number): number {
  return normalCdf(-z, 0, 1);
}

/**
 * P(T > t) of Student's t with `df` degrees of freedom (may be fractional; Infinity is the normal).
 *
 * NaN for df ≤ 0. Source: Abramowitz & Stegun 26.7.1; equals R's `pt(t, df, lower.tail = FALSE)`.
 * @example tUpperTail(2, 10) // 0.036694…
 */
export function tUpperTail(t: number, df: number): number {
  if (df === Number.POSITIVE_INFINITY) return normalUpperTail(t);
  if (!(df > 0) || Number.isNaN(t)) return Number.NaN;
  const half = betainc(df / (df + t * t), df / 2, 0.5) / 2;
  return t >= 0 ? half : 1 - half;
}

/**
 * The quantile of Student's t with `df` degrees of freedom; Infinity is the normal, NaN for df ≤ 0.
 *
 * Source: equals R's `qt(p, df)`.
 * @example tQuantile(0.975, 10) // 2.228138…
 */
export function tQuantile(p: number, df: number): number {
  if (df === Number.POSITIVE_INFINITY) return normalQuantile(p, 0, 1);
  return df > 0 ? tStdlibQuantile(p, df) : Number.NaN;
}

/**
 * P(X > x) of χ² with `df` degrees of freedom. Source: equals R's `pchisq(x, df, lower.tail = FALSE)`.
 * @example chiSquareUpperTail(3.84, 1) // 0.050043…
 */
export function chiSquareUpperTail(x: number, df: number): number {
  return x <= 0 ? 1 : gammainc(x / 2, df / 2, true, true);
}

/**
 * P(X > x) of F with (possibly fractional) degrees of freedom.
 *
 * Source: Abramowitz & Stegun 26.6.2; equals R's `pf(x, df1, df2, lower.tail = FALSE)`.
 * @example fUpperTail(4, 1, 10) // 0.073388…
 */
export function fUpperTail(x: number, df1: number, df2: number): number {
  return x <= 0 ? 1 : betainc(df2 / (df2 + df1 * x), df2 / 2, df1 / 2);
}

/**
 * P(X ≤ x) of n trials with chance p, 0 ≤ x ≤ n. Source: equals R's `pbinom(x, n, p)`.
 * @example binomialLowerTail(1, 10, 0.5) // 0.010742…
 */
export function binomialLowerTail(x: number, n: number, p: number): number {
  if (x < 0) return 0;
  return x >= n ? 1 : betainc(1 - p, n - x, x + 1);
}
