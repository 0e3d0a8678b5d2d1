import { describe, expect, it } from 'vitest';
import { marginOfError } from '#surveys/round/field-precision.ts';

describe('marginOfError', () => {
  it('is about ±3 points for 1,050 answers of 65,000 (the planner of plan-sample.ts)', () => {
    const round = { design: 'probability', populationSize: 65_000 } as const;
    expect(marginOfError(round, 1_050)).toBeCloseTo(0.03, 3);
  });

  it('is 0 when everybody of a census answered, and wider without a known population', () => {
    expect(marginOfError({ design: 'census', populationSize: 20 }, 20)).toBe(0);
    const known = marginOfError({ design: 'census', populationSize: 20 }, 14) ?? 1;
    expect(marginOfError({ design: 'census', populationSize: null }, 14)).toBeGreaterThan(known);
  });

  it('does not exist without answers or without a random sample', () => {
    expect(marginOfError({ design: 'probability', populationSize: 100 }, 0)).toBeNull();
    expect(marginOfError({ design: 'self-selected', populationSize: 100 }, 50)).toBeNull();
    expect(marginOfError({ design: 'panel', populationSize: null }, 50)).toBeNull();
  });

  it('takes more answers than people for everybody', () => {
    expect(marginOfError({ design: 'census', populationSize: 20 }, 21)).toBe(0);
  });
});
