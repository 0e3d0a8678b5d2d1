import { describe, expect, it } from 'vitest';
import { agrestiCoull } from '#surveys/aggregation/estimate/agresti-coull.ts';
import { clopperPearson } from '#surveys/aggregation/estimate/clopper-pearson.ts';
import { classifyEvidence } from '#surveys/aggregation/estimate/evidence.ts';
import { jeffreys } from '#surveys/aggregation/estimate/jeffreys.ts';
import { shareInterval } from '#surveys/aggregation/estimate/share-interval.ts';
import { targetPValue } from '#surveys/aggregation/estimate/target-test.ts';
import { wald } from '#surveys/aggregation/estimate/wald.ts';
import { wilson, wilsonFinite } from '#surveys/aggregation/estimate/wilson.ts';

describe('intervals of a plain share', () => {
  it('give the published intervals for 0 of 10', () => {
    // Brown, Cai & DasGupta (2001) and the rule of three's exact forms: 1 − 0.025^(1/10), z²/(n + z²).
    const z2 = 1.959963984540054 ** 2;
    expect(clopperPearson({ x: 0, n: 10, level: 0.95 })?.upper).toBeCloseTo(1 - 0.025 ** 0.1, 12);
    expect(wilson({ x: 0, n: 10, level: 0.95 })?.upper).toBeCloseTo(z2 / (10 + z2), 12);
    for (const method of [clopperPearson, wilson, jeffreys, agrestiCoull]) {
      expect(method({ x: 0, n: 10, level: 0.95 })?.lower).toBe(0);
      expect(method({ x: 10, n: 10, level: 0.95 })?.upper).toBe(1);
    }
  });

  it('mirror: the interval of the negatives is the interval of the positives turned round', () => {
    for (const method of [clopperPearson, wilson, jeffreys, agrestiCoull]) {
      const positive = method({ x: 37, n: 412, level: 0.9 });
      const negative = method({ x: 375, n: 412, level: 0.9 });
      expect(positive?.lower).toBeCloseTo(1 - (negative?.upper ?? 0), 12);
    }
  });

  it('have nothing to say about an empty base', () => {
    for (const method of [clopperPearson, wilson, jeffreys, agrestiCoull]) {
      expect(method({ x: 0, n: 0, level: 0.95 })).toBeNull();
    }
    expect(wald({ x: 0, n: 0, level: 0.95, populationSize: null })).toBeNull();
    expect(wilsonFinite({ x: 0, n: 0, level: 0.95, populationSize: 10 })).toBeNull();
  });

  it('refuse a population smaller than the base', () => {
    expect(() => wilsonFinite({ x: 3, n: 10, level: 0.95, populationSize: 9 })).toThrow(RangeError);
  });
});

describe('intervals of a weighted share', () => {
  const input = { value: 0.52, standardError: 0.02, df: 500, n: 510, effectiveN: 400, level: 0.95 };

  it('hold the share, and only the symmetric one may leave 0–1', () => {
    for (const method of ['logit', 'beta', 'mean', 'asin'] as const) {
      const near = shareInterval(method, { ...input, value: 0.02, standardError: 0.015 });
      expect(near?.lower).toBeLessThan(0.02);
      expect(near?.upper).toBeGreaterThan(0.02);
      if (method !== 'mean') expect(near?.lower).toBeGreaterThanOrEqual(0);
      else expect(near?.lower).toBeLessThan(0);
    }
  });

  it('fall back on Clopper–Pearson over the effective n where everybody agrees', () => {
    const all = shareInterval('logit', { ...input, value: 1, standardError: 0 });
    expect(all).toMatchObject({ upper: 1, method: 'clopper-pearson' });
    expect(all?.lower).toBeCloseTo(0.025 ** (1 / 400), 12);
  });

  it('are the point where all were observed, and nothing without degrees of freedom', () => {
    expect(shareInterval('logit', { ...input, standardError: 0 })).toMatchObject({
      lower: 0.52,
      upper: 0.52,
    });
    expect(shareInterval('logit', { ...input, df: 0 })).toBeNull();
  });
});

describe('classifyEvidence', () => {
  it('counts a bound exactly at the target as reached', () => {
    expect(classifyEvidence({ lower: 0.5, upper: 0.6 }, 0.5)).toBe('supported');
    expect(classifyEvidence({ lower: 0.4, upper: 0.5 }, 0.5)).toBe('indistinguishable');
    expect(classifyEvidence({ lower: 0.4, upper: 0.4999 }, 0.5)).toBe('refuted');
    expect(classifyEvidence(null, 0.5)).toBe('unknown');
  });

  it('agrees with the one-sided test: p ≤ 0.05 exactly when supported', () => {
    for (let value = 0.48; value < 0.58; value += 0.001) {
      const figure = { value, standardError: 0.02, df: 400 };
      const bounds = shareInterval('logit', { ...figure, n: 405, effectiveN: 400, level: 0.9 });
      const p = targetPValue({ ...figure, target: 0.5 }) ?? 1;
      expect(classifyEvidence(bounds, 0.5) === 'supported').toBe(p <= 0.05);
    }
  });
});
