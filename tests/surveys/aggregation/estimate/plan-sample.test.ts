import { describe, expect, it } from 'vitest';
import {
  countForMarginOfError,
  countForTarget,
  countLetters,
} from '#surveys/aggregation/estimate/plan-sample.ts';
import { wilson } from '#surveys/aggregation/estimate/wilson.ts';

describe('countForMarginOfError', () => {
  const input = { share: 0.5, halfWidth: 0.05, level: 0.95, populationSize: null, deff: 1 };

  it('gives the 385 of every textbook for ±5 points', () => {
    expect(countForMarginOfError(input)).toBe(385);
  });

  it('needs fewer of a small population and more with unequal weights', () => {
    expect(countForMarginOfError({ ...input, populationSize: 1000 })).toBe(278);
    expect(countForMarginOfError({ ...input, deff: 1.5 })).toBe(577);
  });

  it('refuses an impossible share or width', () => {
    expect(() => countForMarginOfError({ ...input, share: 1.2 })).toThrow(RangeError);
    expect(() => countForMarginOfError({ ...input, halfWidth: 0 })).toThrow(RangeError);
  });
});

describe('countForTarget', () => {
  it('supports the target with about the power asked for', () => {
    const n = countForTarget({ share: 0.55, target: 0.5, power: 0.8, deff: 1 }) ?? 0;
    expect(n).toBe(617);
    // One standard error of luck below the mean is still enough: power 80 % leaves 0.84 of one.
    const x = Math.round(n * (0.55 - 0.84 * Math.sqrt((0.55 * 0.45) / n)));
    expect(wilson({ x: x + 2, n, level: 0.9 })?.lower).toBeGreaterThanOrEqual(0.499);
  });

  it('knows that no number of respondents supports a target that is not reached', () => {
    expect(countForTarget({ share: 0.5, target: 0.5, power: 0.8, deff: 1 })).toBeNull();
  });
});

describe('countLetters', () => {
  it('divides by the response rate and rounds up', () => {
    expect(countLetters({ respondents: 700, responseRate: 0.35, populationSize: 65_000 })).toBe(2000);
    expect(countLetters({ respondents: 10, responseRate: 0.3, populationSize: null })).toBe(34);
  });

  it('says when even asking everybody would not do', () => {
    expect(countLetters({ respondents: 30, responseRate: 0.5, populationSize: 40 })).toBeNull();
    expect(() => countLetters({ respondents: 30, responseRate: 0, populationSize: null })).toThrow(
      RangeError,
    );
  });
});
