import { checkFrame } from '#surveys/round/frame.ts';
import { japaneseDayOf } from '#surveys/round/japanese-time.ts';
import type { Round } from '#surveys/round/round.ts';
import type { RoundSetup, SetupStep } from '#surveys/round/setup.ts';
import { shiftDay } from '#surveys/round/shift-years.ts';

type Found =
  | { readonly kind: 'closing_passed' }
  /** Approved now, it would open at once. */
  | { readonly kind: 'opening_passed' }
  /** Its plan is not for the fiscal year that it stands at, and there are others that may be. */
  | { readonly kind: 'fiscal_year_missing' }
  | { readonly kind: 'organisations_missing' }
  | { readonly kind: 'letters_missing' }
  | { readonly kind: 'population_missing' }
  | { readonly kind: 'totals_among_strata'; readonly strata: readonly string[] }
  | { readonly kind: 'totals_disagree' }
  /** Counted more than a year before the round opens, on a day `YYYY-MM-DD`. */
  | { readonly kind: 'population_old'; readonly asOf: string }
  /** Measured by the round that this one is a copy of: their series would break off. */
  | { readonly kind: 'indicators_gone'; readonly indicatorIds: readonly string[] };

/** Something to correct or to think about before a round is approved, and the step where it can be done. */
export type SetupProblem = Found & {
  readonly step: SetupStep;
  /** Whether approval cannot be asked for as long as it stands. */
  readonly isBlocking: boolean;
};

const rules: Readonly<Record<Found['kind'], Pick<SetupProblem, 'step' | 'isBlocking'>>> = {
  closing_passed: { step: 'schedule', isBlocking: true },
  opening_passed: { step: 'schedule', isBlocking: false },
  fiscal_year_missing: { step: 'questionnaire', isBlocking: true },
  organisations_missing: { step: 'frame', isBlocking: true },
  letters_missing: { step: 'frame', isBlocking: true },
  population_missing: { step: 'frame', isBlocking: false },
  totals_among_strata: { step: 'frame', isBlocking: true },
  totals_disagree: { step: 'frame', isBlocking: true },
  population_old: { step: 'frame', isBlocking: false },
  indicators_gone: { step: 'questionnaire', isBlocking: false },
};

interface Circumstances {
  /** ISO-8601 UTC. */
  readonly now: string;
  /** What the round that this one is a copy of measured; none for a round that is no copy. */
  readonly earlierIndicatorIds: readonly string[];
  /** Whether the round's plan takes rounds of its fiscal year. */
  readonly isYearOfPlan: boolean;
}

/** What speaks against asking for the approval of a round now; none when it is ready. */
export function findSetupProblems(
  round: Round,
  setup: RoundSetup,
  { now, earlierIndicatorIds, isYearOfPlan }: Circumstances,
): readonly SetupProblem[] {
  const gone = earlierIndicatorIds.filter((id) => !setup.indicatorIds.includes(id));
  const found: readonly Found[] = [
    ...checkDates(round, now),
    ...(isYearOfPlan ? [] : [{ kind: 'fiscal_year_missing' as const }]),
    ...checkCounts(round, setup),
    ...checkPopulation(round),
    ...(gone.length > 0 ? [{ kind: 'indicators_gone' as const, indicatorIds: gone }] : []),
  ];
  return found.map((problem) => ({ ...problem, ...rules[problem.kind] }));
}

function checkDates({ opensAt, closesAt }: Round, now: string): readonly Found[] {
  if (closesAt <= now) return [{ kind: 'closing_passed' }];
  return opensAt <= now ? [{ kind: 'opening_passed' }] : [];
}

function checkCounts({ populationSize, nIssued }: Round, { mode }: RoundSetup): readonly Found[] {
  const found: Found[] = [];
  if (mode === 'organisations' && populationSize === null) found.push({ kind: 'organisations_missing' });
  if (mode === 'letter' && nIssued === null) found.push({ kind: 'letters_missing' });
  if (mode === 'letter' && populationSize === null) found.push({ kind: 'population_missing' });
  return found;
}

function checkPopulation({ frame, opensAt }: Round): readonly Found[] {
  if (!frame) return [];
  const found: Found[] = [];
  const problems = checkFrame(frame);
  const strata = problems.flatMap((problem) =>
    problem.kind === 'total-as-stratum' ? [problem.stratum] : [],
  );
  if (strata.length > 0) found.push({ kind: 'totals_among_strata', strata });
  if (problems.length > strata.length) found.push({ kind: 'totals_disagree' });
  if (shiftDay(frame.asOf, 1) < japaneseDayOf(opensAt)) {
    found.push({ kind: 'population_old', asOf: frame.asOf });
  }
  return found;
}
