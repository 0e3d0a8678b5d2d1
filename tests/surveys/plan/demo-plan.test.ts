import { describe, expect, it } from 'vitest';
import { loadPlan } from '#surveys/catalog/load-plan.ts';
import { demoPlan } from '#surveys/plan/demo-plan.ts';
import { listIndicators, planSchema } from '#surveys/plan/plan.ts';

const plan = loadPlan('surveys/catalog/konohana/plan-h27.yaml');
const demo = demoPlan(plan);

describe('demoPlan', () => {
  it('is marked デモ in id, label and title', () => {
    expect(demo.id).toBe('konohana-demo');
    expect(demo.label).toBe('デモ');
    expect(demo.title).toContain('デモ');
  });

  it('is a valid plan with the same indicators and none of the published results', () => {
    expect(planSchema.safeParse(demo).success).toBe(true);
    const strip = (indicators: ReturnType<typeof listIndicators>) =>
      indicators.map((indicator) => ({ ...indicator, publishedResults: [] }));
    expect(listIndicators(demo)).toEqual(strip(listIndicators(plan)));
  });

  it('leaves the real plan as it was', () => {
    expect(listIndicators(plan).flatMap(({ publishedResults }) => publishedResults)).toHaveLength(11);
  });
});
