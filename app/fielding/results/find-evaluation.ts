import type { Services } from '#app/fielding/services.ts';
import { findPlan } from '#db/queries/plan.ts';
import { listPublishedResults } from '#db/queries/result.ts';
import { listRounds } from '#db/queries/round.ts';
import { buildEvaluation, type Evaluation } from '#surveys/evaluation/build-evaluation.ts';
import { listEvaluationYears } from '#surveys/evaluation/evaluation-years.ts';

interface EvaluationAddress {
  readonly planId: string;
  /** As it stands in the address; anything but four digits names no year. */
  readonly fiscalYear: string;
}

export interface FoundEvaluation {
  readonly evaluation: Evaluation;
  /** All fiscal years of the plan there is something to read about, the latest first. */
  readonly fiscalYears: readonly number[];
}

/**
 * The evaluation of a plan in a fiscal year as everybody may read it: the ward's records and published results.
 * Undefined for an unknown plan or a year without anything in it.
 */
export async function findEvaluation(
  { db }: Pick<Services, 'db'>,
  address: EvaluationAddress,
): Promise<FoundEvaluation | undefined> {
  if (!/^\d{4}$/.test(address.fiscalYear)) return undefined;
  const fiscalYear = Number(address.fiscalYear);
  const plan = await findPlan(db, address.planId);
  if (plan === undefined) return undefined;
  const fiscalYears = listEvaluationYears(plan, await listRounds(db, { planId: plan.id }));
  if (!fiscalYears.includes(fiscalYear)) return undefined;
  const results = await listPublishedResults(db, { planId: plan.id, fiscalYear });
  return { evaluation: buildEvaluation({ plan, fiscalYear, results }), fiscalYears };
}
