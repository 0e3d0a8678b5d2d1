import type { Db } from '#db/dialect.ts';
import type { StoredResult } from '#db/queries/result.ts';
import { listTally } from '#db/queries/tally.ts';
import { evaluateRound } from '#surveys/evaluation/evaluate-round.ts';
import { describeProvenance, hashResult } from '#surveys/evaluation/provenance.ts';
import type { Plan } from '#surveys/plan/plan.ts';
import type { Round } from '#surveys/round/round.ts';

/** A stored figure that the round's tally does not give again; null where there is none. */
export interface ResultDifference {
  readonly indicatorId: string;
  readonly storedValue: number | null;
  readonly computedValue: number | null;
}

/**
 * Computes the stored results of a finalised round again from its tally and lists those whose hash differs,
 * in value, base, interval or provenance. The software version is the stored one: a newer version that computes
 * the same is no difference.
 */
export async function verifyRoundResults(
  db: Db,
  input: { readonly plan: Plan; readonly round: Round; readonly stored: readonly StoredResult[] },
): Promise<readonly ResultDifference[]> {
  const { plan, round, stored } = input;
  const tally = await listTally(db, round.id);
  const evaluated = evaluateRound({ plan, round, tally, state: 'final' }).indicators;
  return stored.flatMap(({ indicatorId, result, provenance, hash }) => {
    const again = evaluated.find(({ indicator }) => indicator.id === indicatorId);
    const version = String(provenance.softwareVersion);
    if (again && hashResult(again, describeProvenance({ round, tally }, again, version)) === hash) return [];
    return [{ indicatorId, storedValue: result.value, computedValue: again?.result.value ?? null }];
  });
}
