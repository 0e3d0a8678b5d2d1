import { loadRoundResults } from '#app/fielding/results/load-round-results.ts';
import type { Db } from '#db/connect.ts';
import { getPlan } from '#db/queries/plan.ts';
import { nResponses } from '#db/queries/tally.ts';
import { toApiIndicator } from '#surveys/evaluation/api-evaluation.ts';
import { makeSheet } from '#surveys/evaluation/build-evaluation.ts';
import type { Round } from '#surveys/round/round.ts';

/** A round's results in the shape of the evaluation's JSON twin, with the counts of answers. */
export async function loadRoundApi(db: Db, round: Round) {
  const plan = await getPlan(db, round.planId);
  const { indicators } = await loadRoundResults(db, plan, round);
  return {
    round: { id: round.id, title: round.title, state: round.state, version: round.version },
    plan: { id: plan.id, title: plan.title, label: plan.label ?? null },
    fiscalYear: round.fiscalYear,
    nAnswers: await nResponses(db, round.id),
    nCounted: indicators[0]?.estimate.nRespondents ?? 0,
    indicators: indicators.map(({ indicator, result }) => toApiIndicator(makeSheet(indicator, result))),
  };
}
