/** Where a census share would lie at the two extremes of those who did not answer, 0–1. */
export interface NonResponseBounds {
  readonly lower: number;
  readonly upper: number;
  readonly nMissing: number;
}

/**
 * The two bounds of a census share: all non-respondents in the base and negative, or all of them positive.
 *
 * Non-response is not sampling, so no confidence level belongs to these. With nobody missing both are x/n;
 * with nobody at all (n = 0 and none missing) null.
 * Source: Manski (1989), Anatomy of the Selection Problem, worst-case bounds.
 * @example nonResponseBounds({ x: 30, n: 80, nMissing: 20 }) // { lower: 0.3, upper: 0.5, nMissing: 20 }
 */
export function nonResponseBounds(input: {
  readonly x: number;
  readonly n: number;
  readonly nMissing: number;
}): NonResponseBounds | null {
  const { x, n, nMissing } = input;
  const all = n + nMissing;
  return all === 0 ? null : { lower: x / all, upper: (x + nMissing) / all, nMissing };
}
