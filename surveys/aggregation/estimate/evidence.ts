export const evidences = ['supported', 'refuted', 'indistinguishable', 'unknown'] as const;

/**
 * What the interval says about the target, apart from the official point comparison: `supported` when the
 * one-sided 95 % lower bound reaches it, `refuted` when the upper bound stays below it, `indistinguishable`
 * when the target lies between, `unknown` where no sampling error exists (no base, or not a sample).
 */
export type Evidence = (typeof evidences)[number];

export interface Bounds {
  readonly lower: number;
  readonly upper: number;
}

/**
 * Classifies a figure against its target by its one-sided 95 % bounds.
 *
 * Bounds and target on the same scale (shares 0–1). Exactly at the target counts as reached, as in ≥.
 * Null bounds are `unknown`.
 * @example classifyEvidence({ lower: 48, upper: 54 }, 50) // 'indistinguishable'
 * @example classifyEvidence(null, 50) // 'unknown'
 */
export function classifyEvidence(oneSided: Bounds | null, target: number): Evidence {
  if (oneSided === null || Number.isNaN(oneSided.lower) || Number.isNaN(oneSided.upper)) return 'unknown';
  if (oneSided.lower >= target) return 'supported';
  if (oneSided.upper < target) return 'refuted';
  return 'indistinguishable';
}
