import type { IndicatorSheet } from '#surveys/evaluation/build-evaluation.ts';
import type { RoundState } from '#surveys/round/round.ts';

/** What the live page shows of a round, at first and with every event. */
export interface LiveView {
  /** Every accepted answer. */
  readonly nAnswers: number;
  /** Those in the figures: answers are mixed in by batches. */
  readonly nCounted: number;
  readonly version: number;
  readonly state: RoundState;
  /** When the figures were computed, ISO-8601 UTC. */
  readonly asOf: string;
  /** How the figures are weighted to the population, or why they are not. */
  readonly weightingNote: string;
  readonly sheets: readonly IndicatorSheet[];
}
