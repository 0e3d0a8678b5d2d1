import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLargestError } from '#surveys/aggregation/estimate/margin.ts';
import { postStratify } from '#surveys/aggregation/estimate/post-stratify.ts';
import { rake } from '#surveys/aggregation/estimate/rake.ts';
import { regressionResiduals } from '#surveys/aggregation/estimate/regression-residuals.ts';
import { type Outcome, type SampleCell, stratify } from '#surveys/aggregation/estimate/sample-cells.ts';
import { weightedMean } from '#surveys/aggregation/estimate/weighted-mean.ts';

/** Respondents of every sex × age × stratum combination, so that raking has a solution. */
interface Respondents {
  readonly stratum: string;
  readonly sex: number;
  readonly age: number;
  readonly baseWeight: number;
  readonly positive: number;
  readonly negative: number;
  readonly out: number;
}

const nAges = 3;
const sizes = fc.record({
  positive: fc.nat({ max: 12 }),
  negative: fc.nat({ max: 12 }),
  out: fc.nat({ max: 5 }),
});
const sampleArbitrary = fc
  .record({
    cells: fc.array(sizes, { minLength: 12, maxLength: 12 }),
    weights: fc.array(fc.integer({ min: 1, max: 40 }), { minLength: 2, maxLength: 2 }),
    women: fc.double({ min: 0.35, max: 0.65, noNaN: true }),
    ages: fc.array(fc.double({ min: 0.5, max: 2, noNaN: true }), { minLength: nAges, maxLength: nAges }),
  })
  .map(({ cells, weights, women, ages }) => ({
    women,
    ages: ages.map((age) => age / ages.reduce((a, b) => a + b)),
    respondents: cells.map(({ positive, negative, out }, index): Respondents => {
      const stratum = index % 2;
      const [sex, age] = [Math.floor(index / 2) % 2, Math.floor(index / 4)];
      const baseWeight = weights[stratum] ?? 1;
      return {
        stratum: `s${stratum}`,
        sex,
        age,
        baseWeight,
        positive: positive + 1,
        negative: negative + 1,
        out,
      };
    }),
  }));

function estimate(respondents: readonly Respondents[], women: number, ages: readonly number[]) {
  const cells: SampleCell[] = respondents.map(({ stratum, baseWeight, positive, negative, out }) => ({
    stratum,
    baseWeight,
    n: positive + negative + out,
  }));
  const total = 65_000;
  const margins = [
    {
      name: 'sex',
      categories: [women, 1 - women].map((share, index) => ({
        label: String(index),
        population: share * total,
      })),
      categoryOf: respondents.map(({ sex }) => sex),
    },
    {
      name: 'age',
      categories: ages.map((share, index) => ({ label: String(index), population: share * total })),
      categoryOf: respondents.map(({ age }) => age),
    },
  ];
  const weighting = rake(cells, margins, { tolerance: 1e-13 });
  if (!weighting.ok) throw new Error(JSON.stringify(weighting.error));
  const { weights } = weighting;
  const residuals = regressionResiduals(cells, weights, margins);
  const outcomes: Outcome[] = respondents.flatMap(({ positive, negative }, cell) => [
    { cell, y: 1, n: positive },
    { cell, y: 0, n: negative },
  ]);
  const mean = weightedMean({ cells, weights, strata: stratify(cells, null), residuals }, outcomes);
  if (mean === null) throw new Error('nobody in the base');
  return { mean, cells, weights, margins };
}

function expectSame(left: ReturnType<typeof estimate>, right: ReturnType<typeof estimate>) {
  expect(left.mean.value).toBeCloseTo(right.mean.value, 11);
  expect(left.mean.standardError / right.mean.standardError).toBeCloseTo(1, 8);
  expect(left.mean.base.effectiveN / right.mean.base.effectiveN).toBeCloseTo(1, 10);
  expect(left.mean.df).toBe(right.mean.df);
}

describe('weighted estimates', () => {
  it('meet every margin after raking', () => {
    fc.assert(
      fc.property(sampleArbitrary, ({ respondents, women, ages }) => {
        const { cells, weights, margins } = estimate(respondents, women, ages);
        expect(findLargestError(cells, weights, margins).relativeError).toBeLessThan(1e-10);
        expect(weights.every((weight) => weight > 0)).toBe(true);
      }),
    );
  });

  it('do not depend on the order of the cells', () => {
    const shuffled = sampleArbitrary.chain((sample) =>
      fc
        .shuffledSubarray([...sample.respondents], { minLength: 12, maxLength: 12 })
        .map((order) => ({ ...sample, order })),
    );
    fc.assert(
      fc.property(shuffled, ({ respondents, order, women, ages }) => {
        expectSame(estimate(order, women, ages), estimate(respondents, women, ages));
      }),
    );
  });

  it('do not change when a cell is split, or cells of equal stratum and profile are merged', () => {
    fc.assert(
      fc.property(sampleArbitrary, fc.nat({ max: 11 }), ({ respondents, women, ages }, at) => {
        const split = respondents.flatMap((cell, index): Respondents[] => {
          if (index !== at) return [cell];
          const part = { ...cell, positive: 1, negative: 0, out: 0 };
          return [part, { ...cell, positive: cell.positive - 1 }];
        });
        expectSame(estimate(split, women, ages), estimate(respondents, women, ages));
      }),
    );
  });

  it('do not change when all base weights are scaled', () => {
    fc.assert(
      fc.property(sampleArbitrary, fc.double({ min: 0.01, max: 1000, noNaN: true }), (sample, scale) => {
        const { respondents, women, ages } = sample;
        const scaled = respondents.map((cell) => ({ ...cell, baseWeight: cell.baseWeight * scale }));
        expectSame(estimate(scaled, women, ages), estimate(respondents, women, ages));
      }),
    );
  });

  it('know a raked variable without error: its margin is not sampled', () => {
    fc.assert(
      fc.property(sampleArbitrary, ({ respondents, women, ages }) => {
        const byAge = respondents.map((cell) => ({
          ...cell,
          positive: cell.age === 0 ? cell.positive + cell.negative : 0,
          negative: cell.age === 0 ? 0 : cell.positive + cell.negative,
          out: 0,
        }));
        const { mean } = estimate(byAge, women, ages);
        expect(mean.value).toBeCloseTo(ages[0] ?? 0, 9);
        expect(mean.standardError).toBeLessThan(1e-9);
      }),
    );
  });

  it('equal the plain share when one post-stratum holds everybody', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 500 }), fc.integer({ min: 1, max: 500 }), (x, rest) => {
        const cells = [{ stratum: 'all', baseWeight: 3, n: x + rest }];
        const margin = { name: 'all', categories: [{ label: 'all', population: 65_000 }], categoryOf: [0] };
        const weighting = postStratify(cells, margin);
        if (!weighting.ok) throw new Error('not weighted');
        const { weights } = weighting;
        const residuals = regressionResiduals(cells, weights, [margin]);
        const mean = weightedMean({ cells, weights, strata: stratify(cells, null), residuals }, [
          { cell: 0, y: 1, n: x },
          { cell: 0, y: 0, n: rest },
        ]);
        const n = x + rest;
        expect(mean?.value).toBeCloseTo(x / n, 12);
        expect(mean?.variance).toBeCloseTo((x * rest) / (n * n * (n - 1)), 12);
      }),
    );
  });
});
