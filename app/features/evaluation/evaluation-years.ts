import { listIndicators, listSections, type Plan } from '#surveys/plan/plan.ts';
import { isBeforeFielding, type Round } from '#surveys/round/round.ts';

/** Fiscal years there is something to read about, the latest first: texts, published results or rounds. */
export function listEvaluationYears(plan: Plan, rounds: readonly Round[]): readonly number[] {
  const years = new Set([
    ...listSections(plan).flatMap(({ pdca }) => pdca.map(({ fiscalYear }) => fiscalYear)),
    ...listIndicators(plan).flatMap(({ publishedResults }) =>
      publishedResults.map((result) => result.fiscalYear),
    ),
    ...rounds.filter(({ state }) => !isBeforeFielding(state)).map(({ fiscalYear }) => fiscalYear),
  ]);
  return [...years].sort((a, b) => b - a);
}
