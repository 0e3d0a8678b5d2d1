import { describe, expect, it } from 'vitest';
import { calibrate } from '#surveys/aggregation/estimate/calibrate.ts';
import { factorSymmetric } from '#surveys/aggregation/estimate/cholesky.ts';
import { summariseWeights } from '#surveys/aggregation/estimate/kish.ts';
import { type CellMargin, sumByCategory } from '#surveys/aggregation/estimate/margin.ts';
import { rake } from '#surveys/aggregation/estimate/rake.ts';
import { type SampleCell, stratify } from '#surveys/aggregation/estimate/sample-cells.ts';
import { trimWeights } from '#surveys/aggregation/estimate/trim-weights.ts';

const cells: SampleCell[] = [20, 30, 10, 40].map((n) => ({ stratum: 'all', baseWeight: 10, n }));
const margin = (name: string, categoryOf: number[], populations: number[]): CellMargin => ({
  name,
  categories: populations.map((population, index) => ({ label: String(index), population })),
  categoryOf,
});
const sex = margin('sex', [0, 0, 1, 1], [520, 480]);
const age = margin('age', [0, 1, 0, 1], [400, 600]);

describe('rake and calibrate', () => {
  it('by raking have one solution, whichever way it is found', () => {
    const swept = rake(cells, [sex, age], { tolerance: 1e-13 });
    const solved = calibrate(cells, [sex, age], { kind: 'raking' });
    expect(swept.ok && solved.ok).toBe(true);
    if (!swept.ok || !solved.ok) return;
    for (const [index, weight] of swept.weights.entries()) {
      expect(weight).toBeCloseTo(solved.weights[index] ?? 0, 9);
    }
  });

  it('keep the ratio within the bounds asked for', () => {
    for (const kind of ['linear-bounded', 'logit'] as const) {
      const result = calibrate(cells, [sex, age], { kind, bounds: [0.7, 1.9] });
      if (!result.ok) throw new Error(JSON.stringify(result.error));
      for (const weight of result.weights) expect(weight >= 7 - 1e-9 && weight <= 19 + 1e-9).toBe(true);
      expect(sumByCategory(cells, result.weights, sex)[0]).toBeCloseTo(520, 6);
    }
  });

  it('say which margin stays apart when margins contradict each other', () => {
    const copy = margin('copy', [0, 0, 1, 1], [500, 500]);
    const result = rake(cells, [sex, copy]);
    expect(result).toMatchObject({ ok: false, error: { kind: 'not-converged', margin: 'sex', sweeps: 500 } });
  });

  it('name the category that has people but no respondents, and the reverse', () => {
    const three = margin('age', [0, 1, 0, 1], [300, 600, 100]);
    expect(rake(cells, [three])).toEqual({
      ok: false,
      error: { kind: 'category-without-respondents', margin: 'age', category: '2' },
    });
    const none = margin('age', [0, 1, 0, 1], [0, 1000]);
    expect(rake(cells, [none])).toMatchObject({ error: { kind: 'unknown-category', category: '0' } });
  });
});

describe('trimWeights', () => {
  it('keeps the sum and, when strict, the bounds', () => {
    const weights = [5, 10, 60, 12];
    const trimmed = trimWeights(cells, weights, { lower: 8, upper: 30, isStrict: true }) ?? [];
    const sum = (values: readonly number[]) =>
      values.reduce((total, w, i) => total + w * (cells[i]?.n ?? 0), 0);
    expect(sum(trimmed)).toBeCloseTo(sum(weights), 9);
    for (const weight of trimmed) expect(weight >= 8 - 1e-9 && weight <= 30 + 1e-9).toBe(true);
  });

  it('leaves weights within the bounds alone and gives up where the bounds do not fit the mean', () => {
    expect(trimWeights(cells, [10, 10, 10, 10], { upper: 30, isStrict: true })).toEqual([10, 10, 10, 10]);
    expect(trimWeights(cells, [10, 10, 10, 10], { upper: 5, isStrict: true })).toBeNull();
  });
});

describe('summariseWeights', () => {
  it('finds no loss in equal weights, and half the sample lost in Kish’s two-to-one example', () => {
    expect(summariseWeights([{ weight: 3, n: 50 }])).toMatchObject({ kishDeff: 1, effectiveN: 50 });
    expect(
      summariseWeights([
        { weight: 1, n: 1 },
        { weight: 3, n: 1 },
      ]),
    ).toMatchObject({ kishDeff: 1.25, effectiveN: 1.6 });
    expect(summariseWeights([])).toBeNull();
  });
});

describe('stratify', () => {
  it('refuses more respondents than people, naming the stratum', () => {
    expect(() => stratify(cells, new Map([['all', 99]]))).toThrow(/stratum all has 100 respondents/);
  });
});

describe('factorSymmetric', () => {
  it('solves a singular system that has a solution, as dummies always are', () => {
    const matrix = [
      [2, 1, 1],
      [1, 1, 0],
      [1, 0, 1],
    ].map((row) => Float64Array.from(row));
    const { rank, solve } = factorSymmetric(matrix);
    const x = solve(Float64Array.from([4, 3, 1]));
    expect(rank).toBe(2);
    const product = matrix.map((row) => row.reduce((sum, value, index) => sum + value * (x[index] ?? 0), 0));
    expect(product.map((value) => Number(value.toFixed(12)))).toEqual([4, 3, 1]);
  });
});
