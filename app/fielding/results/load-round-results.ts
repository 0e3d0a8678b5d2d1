import type { Db } from '#db/connect.ts';
import { listTally } from '#db/queries/tally.ts';
import { evaluateRound, type RoundEvaluation } from '#surveys/evaluation/evaluate-round.ts';
import type { Plan } from '#surveys/plan/plan.ts';
import { figureStateOf, type Round } from '#surveys/round/round.ts';

/** Every indicator that a round measures, plain and weighted, computed now from the round's tally. */
export async function loadRoundResults(db: Db, plan: Plan, round: Round): Promise<RoundEvaluation> {
  const tally = await listTally(db, round.id);
  return evaluateRound({ plan, round, tally, state: figureStateOf(round.state) });
}
