import type { QuestionnaireProblem } from '#surveys/questionnaire/problem.ts';

/** A value at its place in the questionnaire. */
interface Placed {
  readonly path: string;
  readonly value: string;
}

/** A problem for each value that stood before, under an earlier path. */
export function findRepeated(placed: readonly Placed[], what: string): readonly QuestionnaireProblem[] {
  const seen = new Set<string>();
  return placed.flatMap(({ path, value }) => {
    if (seen.has(value)) return [{ path, reason: `${what} ${value} is given twice` }];
    seen.add(value);
    return [];
  });
}
