import { describe, expect, it } from 'vitest';
import { loadPlan } from '#surveys/catalog/load-plan.ts';
import { findIndicator } from '#surveys/plan/plan.ts';

const plan = loadPlan('surveys/catalog/konohana/plan-h27.yaml');

describe('a plan', () => {
  it('finds an indicator that shares its id with a section', () => {
    expect(findIndicator(plan, '2-2')?.target.value).toBe(80);
  });

  it('finds nothing under an unknown id', () => {
    expect(findIndicator(plan, '1-2')).toBeUndefined();
  });

  it('keeps the result slide’s wording only where it differs', () => {
    const variants = ['1-2-i', '1-2-ii', '2-1-ii'];
    for (const part of plan.parts)
      for (const section of part.sections)
        for (const { id, resultWordingVariant } of section.indicators)
          expect(resultWordingVariant !== undefined, id).toBe(variants.includes(id));
  });
});
