import type { Plan } from '#surveys/plan/plan.ts';

interface Candidate {
  readonly plan: Plan;
  readonly isDemo: boolean;
}

/** The fiscal years that a plan is for, from its base year to that of its targets, the earliest first. */
export function listPlanYears({ baseFiscalYear, targetFiscalYear }: Plan): readonly number[] {
  return Array.from(
    { length: targetFiscalYear - baseFiscalYear + 1 },
    (_, nLater) => baseFiscalYear + nLater,
  );
}

/** Orders plans by their years, the newest period first; those of the same years by title. */
export function comparePeriods(one: Plan, other: Plan): number {
  return (
    other.targetFiscalYear - one.targetFiscalYear ||
    other.baseFiscalYear - one.baseFiscalYear ||
    Number(one.title > other.title) - Number(one.title < other.title)
  );
}

/**
 * The plans that a new round may be made for, the newest period first. Where a demonstration is loaded, its plans
 * alone: such a database is never the ward's own, and what is made in it is part of the demonstration.
 */
export function listChoosablePlans(stored: readonly Candidate[]): readonly Plan[] {
  const demos = stored.filter(({ isDemo }) => isDemo);
  const choosable = demos.length > 0 ? demos : stored;
  return choosable.map(({ plan }) => plan).sort(comparePeriods);
}

/**
 * The plan that needs no choice, or that a choice starts from: the only one, else the only one that is for a fiscal
 * year; undefined where there is none or several are.
 */
export function findObviousPlan(plans: readonly Plan[], fiscalYear: number): Plan | undefined {
  const [only, ...others] = plans;
  if (others.length === 0) return only;
  const [current, ...rivals] = plans.filter((plan) => listPlanYears(plan).includes(fiscalYear));
  return rivals.length === 0 ? current : undefined;
}

/**
 * Whether a round of a plan may be made for a fiscal year. Where there are several plans to choose from, a year
 * belongs to those that are for it; a single plan takes rounds of later years as well, until the ward has its next one.
 */
export function isYearOfPlan(choosable: readonly Plan[], plan: Plan, fiscalYear: number): boolean {
  return choosable.length <= 1 || listPlanYears(plan).includes(fiscalYear);
}
