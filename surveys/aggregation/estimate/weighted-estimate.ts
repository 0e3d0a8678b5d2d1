import type { Bounds, Evidence } from './evidence.ts';
import type { Interval } from './interval.ts';

/** A figure weighted to the ward's population, beside the plain one; shares 0–1, means in points. */
export interface WeightedEstimate {
  readonly value: number;
  /** Linearised, on the scale of the value; null where df < 1. */
  readonly standardError: number | null;
  readonly interval: Interval | null;
  readonly oneSided: Bounds | null;
  readonly evidence: Evidence;
  /** Respondents in the base. */
  readonly n: number;
  /** n − strata. */
  readonly df: number;
  /** Kish's effective n of the base. */
  readonly effectiveN: number;
  /** Kish's design effect of the base, n Σw² / (Σw)². */
  readonly kishDeff: number;
  /** Strata with a single respondent, whose variance was centred on the grand mean. */
  readonly lonelyStrata: readonly string[];
}
