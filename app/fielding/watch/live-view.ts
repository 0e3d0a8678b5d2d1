import { loadRoundResults } from '#app/fielding/results/load-round-results.ts';
import type { Services } from '#app/fielding/services.ts';
import { getPlan } from '#db/queries/plan.ts';
import { findRoundStatus } from '#db/queries/round.ts';
import { nResponses } from '#db/queries/tally.ts';
import { type IndicatorSheet, makeSheet } from '#surveys/evaluation/build-evaluation.ts';
import { describeWeighting } from '#surveys/evaluation/method-note.ts';
import type { Round, RoundState } from '#surveys/round/round.ts';

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

/** The live page's figures as they stand now. */
export async function loadLiveView(services: Services, watched: Round): Promise<LiveView> {
  const { db, now } = services;
  const plan = await getPlan(db, watched.planId);
  // A stream outlives the state its round had when it was opened.
  const round: Round = { ...watched, ...(await findRoundStatus(db, watched.id)) };
  const { indicators, weighting } = await loadRoundResults(services, { plan, round });
  return {
    nAnswers: await nResponses(db, round.id),
    nCounted: indicators[0]?.estimate.nRespondents ?? 0,
    version: round.version,
    state: round.state,
    asOf: now().toISOString(),
    weightingNote: describeWeighting(weighting, round.frame),
    sheets: indicators.map(({ indicator, result }) => makeSheet(indicator, result)),
  };
}
