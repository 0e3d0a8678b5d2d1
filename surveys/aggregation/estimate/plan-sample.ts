import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';

interface MarginOfErrorInput {
  /** The share expected, 0–1; ½ is the safe choice. */
  readonly share: number;
  /** Half the width of the interval wanted, 0–1 (0.03 for ±3 points). */
  readonly halfWidth: number;
  readonly level: number;
  /** N of the audience; null where it is large or unknown. */
  readonly populationSize: number | null;
  /** Design effect expected from weighting; 1 for none. */
  readonly deff: number;
}

/**
 * Respondents needed (in the base) so that a share's interval has the half-width wanted; rounded up.
 *
 * Source: Cochran (1977), Sampling Techniques, 4.4: n₀ = deff·z²p(1−p)/e², n = n₀/(1 + (n₀ − 1)/N).
 *
 * @throws RangeError unless 0 ≤ share ≤ 1 and halfWidth > 0.
 * @example countForMarginOfError({ share: 0.5, halfWidth: 0.03, level: 0.95, populationSize: 65000, deff: 1 }) // 1050
 */
export function countForMarginOfError(input: MarginOfErrorInput): number {
  const { share, halfWidth, level, populationSize, deff } = input;
  if (!(share >= 0 && share <= 1)) throw new RangeError(`not a share: ${share}`);
  if (!(halfWidth > 0)) throw new RangeError(`not a half-width: ${halfWidth}`);
  const z = normalQuantile((1 + level) / 2, 0, 1);
  const unlimited = (deff * z * z * share * (1 - share)) / (halfWidth * halfWidth);
  return Math.ceil(populationSize === null ? unlimited : unlimited / (1 + (unlimited - 1) / populationSize));
}

interface TargetInput {
  /** The true share hoped for, 0–1, above the target. */
  readonly share: number;
  readonly target: number;
  /** Chance wanted that the evidence then says `supported`, 0–1. */
  readonly power: number;
  readonly deff: number;
}

/**
 * Respondents needed so that a true share above the target is found `supported` (one-sided 95 %) with the
 * power wanted; rounded up. Null where the share does not lie above the target: no number would do.
 *
 * Source: Fleiss, Levin & Paik (2003), Statistical Methods for Rates and Proportions, 2.3.
 * @example countForTarget({ share: 0.55, target: 0.5, power: 0.8, deff: 1 }) // 617
 * @example countForTarget({ share: 0.5, target: 0.5, power: 0.8, deff: 1 }) // null
 */
export function countForTarget({ share, target, power, deff }: TargetInput): number | null {
  if (share <= target) return null;
  const alpha = normalQuantile(0.95, 0, 1) * Math.sqrt(target * (1 - target));
  const beta = normalQuantile(power, 0, 1) * Math.sqrt(share * (1 - share));
  return Math.ceil(deff * ((alpha + beta) / (share - target)) ** 2);
}

/**
 * Letters to send so that the respondents wanted can be expected at a response rate of 0–1, no more than there
 * are people. Null where even asking everybody would not bring that many.
 * @example countLetters({ respondents: 1000, responseRate: 0.35, populationSize: null }) // 2858
 * @example countLetters({ respondents: 1000, responseRate: 0.35, populationSize: 2000 }) // null
 */
export function countLetters(input: {
  readonly respondents: number;
  readonly responseRate: number;
  readonly populationSize: number | null;
}): number | null {
  const { respondents, responseRate, populationSize } = input;
  if (!(responseRate > 0 && responseRate <= 1)) throw new RangeError(`not a response rate: ${responseRate}`);
  // 700 / 0.35 is a hair above 2000 in binary.
  const letters = Math.ceil(respondents / responseRate - 1e-9);
  return populationSize !== null && letters > populationSize ? null : letters;
}
