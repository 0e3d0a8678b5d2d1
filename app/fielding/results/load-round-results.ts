import type { Services } from '#app/fielding/services.ts';
import { getPlan } from '#db/queries/plan.ts';
import { listTally, nResponses } from '#db/queries/tally.ts';
import { toApiIndicator } from '#surveys/evaluation/api-evaluation.ts';
import { makeSheet } from '#surveys/evaluation/build-evaluation.ts';
import { evaluateRound, type RoundEvaluation } from '#surveys/evaluation/evaluate-round.ts';
import type { Plan } from '#surveys/plan/plan.ts';
import { figureStateOf, type Round } from '#surveys/round/round.ts';

/** Every indicator that a round measures, plain and weighted, computed now from the round's tally. */
export async function loadRoundResults(
  { db }: Pick<Services, 'db'>,
  { plan, round }: { readonly plan: Plan; readonly round: Round },
): Promise<RoundEvaluation> {
  const tally = await listTally(db, round.id);
  return evaluateRound({ plan, round, tally, state: figureStateOf(round.state) });
}

/** A round's results in the shape of the evaluation's JSON twin, with the counts of answers. */
export async function loadRoundApi(services: Pick<Services, 'db'>, round: Round) {
  const { db } = services;
  const plan = await getPlan(db, round.planId);
  const { indicators } = await loadRoundResults(services, { plan, round });
  return {
    round: { id: round.id, title: round.title, state: round.state, version: round.version },
    plan: { id: plan.id, title: plan.title, label: plan.label ?? null },
    fiscalYear: round.fiscalYear,
    nAnswers: await nResponses(db, round.id),
    nCounted: indicators[0]?.estimate.nRespondents ?? 0,
    indicators: indicators.map(({ indicator, result }) => toApiIndicator(makeSheet(indicator, result))),
  };
}
