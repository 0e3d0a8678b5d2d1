import { loadRoundResults } from '#app/fielding/results/load-round-results.ts';
import type { Db } from '#db/connect.ts';
import { listResults } from '#db/queries/result.ts';
import { listRounds } from '#db/queries/round.ts';
import type { PlacedResult } from '#surveys/evaluation/build-evaluation.ts';
import type { Plan } from '#surveys/plan/plan.ts';

/**
 * What the rounds of a plan say about a fiscal year: the stored results of finalised rounds, and provisional
 * ones of rounds that have begun, from their tallies. An indicator that nobody answered yet has no result.
 */
export async function listIndicatorResults(db: Db, plan: Plan, fiscalYear: number): Promise<PlacedResult[]> {
  const stored = await listResults(db, { planId: plan.id, fiscalYear });
  const rounds = (await listRounds(db, { planId: plan.id })).filter(
    (round) => round.fiscalYear === fiscalYear && (round.state === 'open' || round.state === 'closed'),
  );
  const provisional = await Promise.all(rounds.map((round) => loadRoundResults(db, plan, round)));
  const placed = provisional
    .flatMap(({ indicators }) => indicators)
    .filter(({ result }) => result.value !== null)
    .map(({ indicator, result }) => ({ indicatorId: indicator.id, fiscalYear, result }));
  return [...placed, ...stored];
}
