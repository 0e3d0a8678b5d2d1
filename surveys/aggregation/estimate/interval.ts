/** A two-sided confidence interval (信頼区間) on the scale of its estimate; `level` is the coverage, 0–1. */
export interface Interval {
  readonly lower: number;
  readonly upper: number;
  readonly level: number;
  readonly method: IntervalMethod;
}

export type IntervalMethod =
  | 'wilson'
  | 'wilson-fpc'
  | 'wilson-cc'
  | 'clopper-pearson'
  | 'agresti-coull'
  | 'jeffreys'
  | 'wald'
  | 't'
  | 'logit'
  | 'beta'
  | 'mean'
  | 'asin';

/** The coverage of every published two-sided interval. */
export const publishedLevel = 0.95;

/**
 * The level of the two-sided interval whose ends are the one-sided 95 % bounds. The class `evidence` compares
 * these ends with the target, and the page draws the same ones.
 */
export const oneSidedLevel = 0.9;
