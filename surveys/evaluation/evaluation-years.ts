import { listIndicators, listSections, type Plan } from '#surveys/plan/plan.ts';
import type { Round } from '#surveys/round/round.ts';

/**
 * Fiscal years there is something to read about, the latest first: texts, the ward's own results, or rounds that
 * a manager published. No other round gives a year: that would tell that there is something to come.
 */
export function listEvaluationYears(plan: Plan, rounds: readonly Round[]): readonly number[] {
  const years = new Set([
    ...listSections(plan).flatMap(({ pdca }) => pdca.map(({ fiscalYear }) => fiscalYear)),
    ...listIndicators(plan).flatMap(({ publishedResults }) =>
      publishedResults.map((result) => result.fiscalYear),
    ),
    ...rounds.filter(({ state }) => state === 'published').map(({ fiscalYear }) => fiscalYear),
  ]);
  return [...years].sort((a, b) => b - a);
}
