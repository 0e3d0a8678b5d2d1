import { describe, expect, it } from 'vitest';
import { estimateIndicator, type IndicatorInput } from '#surveys/aggregation/estimate/estimate-indicator.ts';
import type { TallyCount } from '#surveys/aggregation/tally/tally.ts';
import type { Measurement } from '#surveys/questionnaire/definition.ts';

const rule = { id: 'all', label: { ja: '回答者すべて' }, outOfBase: ['not_asked'] };
const share: Measurement = {
  kind: 'share',
  indicator: '1-1',
  question: 'q1',
  positive: ['yes'],
  baseRules: [rule],
};
const mean: Measurement = { kind: 'mean', indicator: '2-3-ii', items: ['a', 'b'], baseRules: [rule] };
const count: Measurement = { kind: 'count', indicator: '1-3-a', question: 'q', baseRules: [rule] };

function tally(measurement: Measurement, values: Record<string, number>): TallyCount[] {
  return Object.entries(values).map(([value, n]) => ({
    stratum: 'ward',
    profile: 'sex=female',
    channel: 'web',
    measure: `indicator:${measurement.indicator}:all`,
    value,
    n,
  }));
}

function shareOf(values: Record<string, number>, overrides: Partial<IndicatorInput> = {}) {
  const estimate = estimateIndicator({
    counts: tally(share, values),
    measurement: share,
    baseRuleId: 'all',
    target: { value: 50, unit: '%' },
    design: 'probability',
    populationSize: null,
    ...overrides,
  });
  if (estimate.kind !== 'share') throw new Error('expected a share');
  return estimate;
}

describe('estimateIndicator for a share', () => {
  it('counts only the base in the denominator', () => {
    const estimate = shareOf({ out: 50, base: 341, positive: 359 });
    expect(estimate).toMatchObject({
      x: 359,
      n: 700,
      nRespondents: 750,
      value: 359 / 700,
      isReference: false,
    });
  });

  it('calls 51.3 % of 700 indistinguishable from 50 %', () => {
    const estimate = shareOf({ base: 341, positive: 359 });
    expect(estimate.evidence).toBe('indistinguishable');
    // scipy 1.x: binomtest(359, 700).proportion_ci(0.95, method='wilson')
    expect(estimate.interval).toMatchObject({ method: 'wilson', level: 0.95 });
    expect(estimate.interval?.lower).toBeCloseTo(0.4758605, 7);
    expect(estimate.interval?.upper).toBeCloseTo(0.5497134, 7);
  });

  it('supports and refutes a target by the one-sided bound that it hands out', () => {
    const reached = shareOf({ base: 200, positive: 500 });
    expect(reached.evidence).toBe('supported');
    expect(reached.oneSided?.lower).toBeGreaterThanOrEqual(0.5);
    const missed = shareOf({ base: 500, positive: 200 });
    expect(missed.evidence).toBe('refuted');
    expect(missed.oneSided?.upper).toBeLessThan(0.5);
  });

  it('gives an exact interval to a small base and marks it as reference', () => {
    const estimate = shareOf({ base: 1, positive: 13 });
    // scipy 1.x: binomtest(13, 14).proportion_ci(0.95, method='exact')
    expect(estimate.interval).toMatchObject({ method: 'clopper-pearson' });
    expect(estimate.interval?.lower).toBeCloseTo(0.6613155, 6);
    expect(estimate.interval?.upper).toBeCloseTo(0.9981932, 6);
    expect(estimate.isReference).toBe(true);
  });

  it('has no value, no interval and no evidence without a base', () => {
    expect(shareOf({ out: 12 })).toMatchObject({ value: null, interval: null, evidence: 'unknown', n: 0 });
    expect(shareOf({})).toMatchObject({ value: null, interval: null, evidence: 'unknown', nRespondents: 0 });
  });

  it.each(['self-selected', 'panel'] as const)('claims no sampling error for a %s round', (design) => {
    const estimate = shareOf({ base: 100, positive: 900 }, { design });
    expect(estimate).toMatchObject({ value: 0.9, interval: null, oneSided: null, evidence: 'unknown' });
  });

  it('shrinks a census to the point when everybody answered', () => {
    const estimate = shareOf({ base: 1, positive: 13 }, { design: 'census', populationSize: 14 });
    expect(estimate.interval).toMatchObject({ lower: 13 / 14, upper: 13 / 14, method: 'wilson-fpc' });
    expect(estimate.evidence).toBe('supported');
    expect(estimate.nonResponse).toEqual({ lower: 13 / 14, upper: 13 / 14, nMissing: 0 });
  });

  it('bounds a census by what the missing could have said', () => {
    const estimate = shareOf({ base: 1, positive: 13 }, { design: 'census', populationSize: 20 });
    expect(estimate.nonResponse).toEqual({ lower: 13 / 20, upper: 19 / 20, nMissing: 6 });
  });

  it('refuses a value that a share cannot have', () => {
    expect(() => shareOf({ maybe: 3 })).toThrow(RangeError);
  });
});

describe('estimateIndicator for a mean', () => {
  const meanOf = (values: Record<string, number>) =>
    estimateIndicator({
      counts: tally(mean, values),
      measurement: mean,
      baseRuleId: 'all',
      target: { value: 3.5, unit: '点' },
      design: 'probability',
      populationSize: null,
    });

  it('averages the visits exactly, whatever the number of answered items', () => {
    const estimate = meanOf({ out: 1, '7/2': 2, '11/3': 1 });
    expect(estimate).toMatchObject({ kind: 'mean', n: 3, numerator: 64, denominator: 18, value: 64 / 18 });
  });

  it('gives no interval to a single visit', () => {
    expect(meanOf({ '7/2': 1 })).toMatchObject({ value: 3.5, sd: null, interval: null, evidence: 'unknown' });
  });

  it('gives the t interval of the visits', () => {
    const estimate = meanOf({ '2/1': 1, '3/1': 1, '4/1': 1 });
    // t(0.975, 2) = 4.302653, standard error 1/sqrt(3): 3 ∓ 2.484138
    if (estimate.kind !== 'mean') throw new Error('expected a mean');
    expect(estimate.interval?.lower).toBeCloseTo(0.5158623, 6);
    expect(estimate.interval?.upper).toBeCloseTo(5.4841377, 6);
  });
});

describe('estimateIndicator for a count', () => {
  const countOf = (values: Record<string, number>) =>
    estimateIndicator({
      counts: tally(count, values),
      measurement: count,
      baseRuleId: 'all',
      target: { value: 1, unit: '件' },
      design: 'census',
      populationSize: null,
    });

  it('sums the reported numbers', () => {
    expect(countOf({ out: 2, '0': 4, '3': 2 })).toMatchObject({ kind: 'count', value: 6, n: 6 });
  });

  it('keeps no report apart from a reported zero', () => {
    expect(countOf({ out: 2 })).toMatchObject({ value: null, n: 0 });
    expect(countOf({ '0': 1 })).toMatchObject({ value: 0, n: 1 });
  });
});
