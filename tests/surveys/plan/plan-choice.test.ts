import { describe, expect, it } from 'vitest';
import type { Plan } from '#surveys/plan/plan.ts';
import {
  comparePeriods,
  findObviousPlan,
  isYearOfPlan,
  listChoosablePlans,
  listPlanYears,
} from '#surveys/plan/plan-choice.ts';
import { plan as konohana } from '#tests/helpers/make-round.ts';

const planOf = (id: string, baseFiscalYear: number, targetFiscalYear: number): Plan => ({
  ...konohana,
  ...{ id, title: id, baseFiscalYear, targetFiscalYear },
});
// Their ids run against their years.
const early = planOf('z', 2015, 2017);
const late = planOf('a', 2025, 2027);
const overlapping = planOf('m', 2026, 2030);
const own = (...plans: readonly Plan[]) => plans.map((plan) => ({ plan, isDemo: false }));

it('counts the years of a plan from its base to its targets', () => {
  expect(listPlanYears(early)).toEqual([2015, 2016, 2017]);
  expect(listPlanYears(planOf('short', 2026, 2026))).toEqual([2026]);
});

it('puts the newest period first, whatever the ids', () => {
  const longer = planOf('b', 2014, 2017);
  const twin = planOf('y', 2015, 2017);
  const sorted = [early, twin, late, longer, overlapping].sort(comparePeriods);
  expect(sorted.map(({ id }) => id)).toEqual(['m', 'a', 'y', 'z', 'b']);
});

describe('the plans of a new round', () => {
  it('are those stored, the newest first', () => {
    expect(listChoosablePlans(own(early, late))).toEqual([late, early]);
    expect(listChoosablePlans([])).toEqual([]);
  });

  it('are those of the demonstration where one is loaded', () => {
    expect(listChoosablePlans([...own(early, overlapping), { plan: late, isDemo: true }])).toEqual([late]);
  });

  it.each([
    ['the only one, whatever its years', [early], 2026, 'z'],
    ['the only one that is for the year', [late, early], 2026, 'a'],
    ['none of two that are for the year', [overlapping, late, early], 2026, undefined],
    ['none where no plan is for the year', [late, early], 2020, undefined],
    ['none of none', [], 2026, undefined],
  ])('start from %s', (_, plans, fiscalYear, id) => {
    expect(findObviousPlan(plans, fiscalYear)?.id).toBe(id);
  });

  it('bind a round to their years only where there are several', () => {
    expect(isYearOfPlan([early], early, 2026)).toBe(true);
    expect(isYearOfPlan([late, early], early, 2026)).toBe(false);
    expect(isYearOfPlan([late, early], early, 2015)).toBe(true);
    expect(isYearOfPlan([late, early], late, 2027)).toBe(true);
  });
});
