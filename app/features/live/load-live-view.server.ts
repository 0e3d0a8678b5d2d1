import type { AppLoadContext } from '@remix-run/node';
import type { LiveView } from '#app/features/live/live-view.ts';
import { loadRoundResults } from '#app/fielding/results/load-round-results.ts';
import { getPlan } from '#db/queries/plan.ts';
import { findRoundStatus } from '#db/queries/round.ts';
import { nResponses } from '#db/queries/tally.ts';
import { makeSheet } from '#surveys/evaluation/build-evaluation.ts';
import { describeWeighting } from '#surveys/evaluation/method-note.ts';
import type { Round } from '#surveys/round/round.ts';

/** The live page's figures as they stand now. */
export async function loadLiveView(context: AppLoadContext, watched: Round): Promise<LiveView> {
  const { db, now } = context.services;
  const plan = await getPlan(db, watched.planId);
  // A stream outlives the state its round had when it was opened.
  const round: Round = { ...watched, ...(await findRoundStatus(db, watched.id)) };
  const { indicators, weighting } = await loadRoundResults(db, plan, round);
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
