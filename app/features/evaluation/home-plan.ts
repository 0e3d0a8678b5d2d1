import type { Audience } from '#surveys/questionnaire/definition.ts';

/** A round that takes answers now, as the home page shows it. */
export interface HomeRound {
  readonly id: string;
  readonly title: string;
  readonly audience: Audience;
  readonly minutes: number;
  /** ISO-8601 UTC. */
  readonly closesAt: string;
}

/** A plan with what there is to answer and the fiscal years there is something to read about. */
export interface HomePlan {
  readonly id: string;
  readonly title: string;
  readonly isDemo: boolean;
  readonly rounds: readonly HomeRound[];
  readonly fiscalYears: readonly number[];
}
