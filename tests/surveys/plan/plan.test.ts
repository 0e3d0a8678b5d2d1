import { describe, expect, it } from 'vitest';
import { loadPlan } from '#surveys/catalog/load-plan.ts';
import { findIndicator, findSection } from '#surveys/plan/plan.ts';

const plan = loadPlan('surveys/catalog/konohana/plan-h27.yaml');

describe('a plan', () => {
  it('finds a section and an indicator that share an id', () => {
    expect(findSection(plan, '2-2')?.title).toBe('区民に身近な総合行政の拠点としての区役所づくり');
    expect(findIndicator(plan, '2-2')?.target.value).toBe(80);
  });

  it('finds nothing under an unknown id', () => {
    expect(findSection(plan, '3-1')).toBeUndefined();
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
