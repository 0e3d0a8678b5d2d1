import { describe, expect, it } from 'vitest';
import { estimateIndicator } from '#surveys/aggregation/estimate/estimate-indicator.ts';
import { estimateWeighted, withWeightedEstimate } from '#surveys/aggregation/estimate/estimate-weighted.ts';
import { weighRound } from '#surveys/aggregation/estimate/weigh-round.ts';
import type { TallyCount } from '#surveys/aggregation/tally/tally.ts';
import { loadPlan } from '#surveys/catalog/load-plan.ts';
import type { WeightedResult } from '#surveys/evaluation/indicator-result.ts';
import { releaseResult } from '#surveys/evaluation/release-result.ts';
import { buildRoundResult } from '#surveys/evaluation/round-result.ts';
import { findIndicator } from '#surveys/plan/plan.ts';
import type { Frame } from '#surveys/round/frame.ts';
import { makeRandom } from '#tests/reference/random.ts';
import { shareMeasurement } from '../estimate/ward-tally.ts';

/*
 * An attacker of our own: knows the population, every shown cell and the sums of the hidden ones, and tries all
 * whole numbers of people in the hidden cells against the weighted figure and its effective n.
 */

const nHidden = 4;

interface AgeBand {
  readonly population: number;
  readonly n: number;
  readonly x: number;
}

/** Ten age bands, the first four of them with fewer than ten people in the base. */
function makeBands(seed: number): readonly AgeBand[] {
  const random = makeRandom(seed);
  const between = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  return Array.from({ length: 10 }, (_, index) => {
    const n = index < nHidden ? between(2, 9) : between(20, 60);
    return { population: Math.round(n * 90 * (0.4 + 1.2 * random())), n, x: between(0, n) };
  });
}

const plan = loadPlan('surveys/catalog/konohana/plan-h27.yaml');

/** The weighted figure of a round with these bands, as it is stored. */
function weigh(bands: readonly AgeBand[]): WeightedResult {
  const indicator = findIndicator(plan, '1-1');
  if (!indicator) throw new Error('no indicator');
  const counts = bands.flatMap(({ n, x }, band): TallyCount[] => {
    const cell = { stratum: 'all', profile: `age=b${band}`, channel: 'web' };
    const measure = 'indicator:1-1:answered';
    return [
      { ...cell, measure: 'respondents', value: 'all', n },
      { ...cell, measure, value: 'positive', n: x },
      { ...cell, measure, value: 'base', n: n - x },
    ];
  });
  const population = bands.reduce((sum, band) => sum + band.population, 0);
  const categories = bands.map((band, index) => ({ key: [`b${index}`], population: band.population }));
  const frame: Frame = {
    source: '試験の人口',
    asOf: '2026-10-01',
    strata: [{ id: 'all', population, nIssued: null }],
    weighting: 'post-stratify',
    margins: [{ by: ['age'], categories }],
    unmatched: [],
    merges: [],
    trimAtMeanTimes: null,
  };
  const weighing = weighRound(counts, frame);
  if (!weighing.ok) throw new Error(weighing.error.kind);
  const common = { measurement: shareMeasurement('1-1'), baseRuleId: 'answered', target: indicator.target };
  const plain = estimateIndicator({ ...common, counts, design: 'probability', populationSize: null });
  const estimate = withWeightedEstimate(plain, estimateWeighted({ ...common, round: weighing.round }));
  const source = { kind: 'round', title: '調査', roundId: 'r' } as const;
  const result = buildRoundResult({
    estimate,
    indicator,
    fiscalYear: 2026,
    state: 'final',
    source,
    methodNote: [],
  });
  if (result.weighted === null) throw new Error('not weighted');
  return result.weighted;
}

/** The figure's value and effective n, computed by the attacker from counts. */
function compute(bands: readonly AgeBand[]) {
  const total = bands.reduce((sum, { population }) => sum + population, 0);
  const value = bands.reduce((sum, { population, n, x }) => sum + (population * x) / n, 0) / total;
  const squares = bands.reduce((sum, { population, n }) => sum + population ** 2 / n, 0);
  return { value, effectiveN: total ** 2 / squares };
}

/** All ways to share `rest` out over places that hold `least` to `most[i]`. */
function listShares(most: readonly number[], rest: number, least: number): readonly (readonly number[])[] {
  const [first, ...others] = most;
  if (first === undefined) return rest === 0 ? [[]] : [];
  const shares: (readonly number[])[] = [];
  for (let n = least; n <= Math.min(first, rest); n += 1) {
    for (const others_ of listShares(others, rest - n, least)) shares.push([n, ...others_]);
  }
  return shares;
}

/** How many ways to fill the hidden cells fit what is seen of the weighted figure. */
function countCandidates(
  bands: readonly AgeBand[],
  looksRight: (figure: { readonly value: number; readonly effectiveN: number }) => boolean,
): number {
  const hidden = bands.slice(0, nHidden);
  const nRest = hidden.reduce((sum, { n }) => sum + n, 0);
  const xRest = hidden.reduce((sum, { x }) => sum + x, 0);
  let count = 0;
  for (const ns of listShares([9, 9, 9, 9], nRest, 1)) {
    const sized = bands.map((band, index) => ({ ...band, n: ns[index] ?? band.n }));
    if (!looksRight({ ...compute(sized), value: Number.NaN })) continue;
    for (const xs of listShares(ns, xRest, 0)) {
      const guess = sized.map((band, index) => ({ ...band, x: xs[index] ?? band.x }));
      if (looksRight(compute(guess))) count += 1;
    }
  }
  return count;
}

describe('a search in whole numbers for four hidden cells', () => {
  const seeds = [1, 2, 3, 4, 5, 6, 7, 8];

  it('finds the one truth in a figure with all its digits', () => {
    for (const seed of seeds) {
      const bands = makeBands(seed);
      const exact = weigh(bands);
      const isNear = (a: number, b: number) => Number.isNaN(a) || Math.abs(a - b) < 1e-9;
      const n = countCandidates(
        bands,
        (guess) => isNear(guess.value, exact.value) && isNear(guess.effectiveN / exact.effectiveN, 1),
      );
      expect(n, `round ${seed}`).toBe(1);
    }
  });

  it('finds several in what leaves the system', () => {
    for (const seed of seeds) {
      const bands = makeBands(seed);
      const exact = weigh(bands);
      const out = releaseResult(
        {
          ...{ value: 0.5, display: '50.0', n: 100, state: 'final', interval: null },
          ...{ official: 'met', evidence: 'unknown', methodNote: [] },
          source: { kind: 'round', title: '調査', roundId: 'r' },
          weighted: exact,
        },
        'share',
      ).weighted;
      const n = countCandidates(
        bands,
        ({ value, effectiveN }) =>
          Math.round(effectiveN) === out?.effectiveN &&
          (Number.isNaN(value) || Number(value.toFixed(4)) === out.value),
      );
      expect(n, `round ${seed}`).toBeGreaterThan(1);
    }
  });
});
