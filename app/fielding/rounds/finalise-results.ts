import {
  type FinalisingInput,
  type FinalisingOutcome,
  finaliseRound,
} from '#app/fielding/rounds/finalise-round.ts';
import type { Db } from '#db/dialect.ts';
import type { StoredResult } from '#db/queries/result.ts';
import type { Randomness } from '#db/randomness.ts';
import type { TallyCount } from '#surveys/aggregation/tally/tally.ts';
import { evaluateRound } from '#surveys/evaluation/evaluate-round.ts';
import { describeProvenance, hashResult } from '#surveys/evaluation/provenance.ts';
import type { Plan } from '#surveys/plan/plan.ts';
import type { Round } from '#surveys/round/round.ts';

interface FinaliseResultsInput {
  readonly plan: Plan;
  readonly roundId: string;
  /** The instant of finalising, ISO-8601 UTC. */
  readonly now: string;
  readonly softwareVersion: string;
  readonly randomness: Randomness;
  readonly actor: FinalisingInput['actor'];
  readonly mover: FinalisingInput['mover'];
  readonly afterwards: FinalisingInput['afterwards'];
}

/**
 * Finalises a closed round: every indicator with somebody in its base gets a final result with its provenance.
 * Call `eraseDeletedRows` afterwards, until it succeeds.
 * @throws {Error} when there is no such round
 */
export function finaliseResults(db: Db, input: FinaliseResultsInput): Promise<FinalisingOutcome> {
  return finaliseRound(db, {
    roundId: input.roundId,
    randomness: input.randomness,
    actor: input.actor,
    mover: input.mover,
    now: input.now,
    afterwards: input.afterwards,
    evaluate: (round, tally) => storedResults(round, tally, input),
  });
}

function storedResults(
  round: Round,
  tally: readonly TallyCount[],
  { plan, now, softwareVersion }: FinaliseResultsInput,
): StoredResult[] {
  return evaluateRound({ plan, round, tally, state: 'final' })
    .indicators.filter(({ result }) => result.value !== null)
    .map((evaluated) => {
      const provenance = describeProvenance({ round, tally }, evaluated, softwareVersion);
      return {
        roundId: round.id,
        indicatorId: evaluated.indicator.id,
        planId: round.planId,
        fiscalYear: round.fiscalYear,
        state: 'final',
        result: evaluated.result,
        provenance: { ...provenance },
        hash: hashResult(evaluated, provenance),
        createdAt: now,
      };
    });
}
