import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clopperPearson } from '#surveys/aggregation/estimate/clopper-pearson.ts';
import type { IndicatorResult, WeightedResult } from '#surveys/evaluation/indicator-result.ts';
import { releaseResult } from '#surveys/evaluation/release-result.ts';
import type { IndicatorKind } from '#surveys/plan/indicator-kind.ts';

const weighted: WeightedResult = {
  value: 0.523_461_234_567_891_2,
  display: '52.3',
  interval: {
    lower: 0.481_462_345_678_912_3,
    upper: 0.565_149_876_543_219_8,
    level: 0.95,
    method: 'logit',
  },
  evidence: 'indistinguishable',
  effectiveN: 549.391_234_567_8,
  designEffect: 700 / 549.391_234_567_8,
};

const result: IndicatorResult = {
  value: 359 / 700,
  display: '51.3',
  n: 700,
  state: 'final',
  source: { kind: 'round', title: '調査', roundId: 'r' },
  interval: { lower: 0.475_908_123_456_7, upper: 0.549_703_123_456_7, level: 0.95, method: 'wilson' },
  official: 'met',
  evidence: 'indistinguishable',
  weighted,
  methodNote: [],
};

const release = (changes: Partial<WeightedResult>, kind: IndicatorKind = 'share') =>
  releaseResult({ ...result, weighted: { ...weighted, ...changes } }, kind).weighted;

const nDecimals = (value: number) => String(value).split('.')[1]?.length ?? 0;

describe('releaseResult', () => {
  it('gives weighted figures one decimal more than the page prints, and the effective n whole', () => {
    expect(releaseResult(result, 'share').weighted).toEqual({
      value: 0.5235,
      display: '52.3',
      interval: {
        lower: 0.4815,
        upper: 0.5651,
        level: 0.95,
        method: 'logit',
        display: { lower: '48.1', upper: '56.5' },
      },
      evidence: 'indistinguishable',
      effectiveN: 549,
      designEffect: 1.28,
    });
  });

  it('gives scores two decimals, where one is printed', () => {
    const score = release({ value: 3.456_789, display: '3.5' }, 'mean');
    expect(score?.value).toBe(3.46);
    expect(score?.interval).toMatchObject({
      lower: 0.48,
      upper: 0.57,
      display: { lower: '0.5', upper: '0.6' },
    });
  });

  it('follows a page that prints one decimal more beside a target', () => {
    expect(release({ value: 0.499_612_345, display: '49.96' })?.value).toBe(0.499_61);
  });

  it('leaves plain figures and results without weights as they are', () => {
    const { weighted: _, ...plain } = releaseResult(result, 'share');
    expect(plain).toEqual({ ...result, weighted: undefined });
    expect(releaseResult({ ...result, weighted: null }, 'share')).toEqual({ ...result, weighted: null });
    expect(release({ interval: null })?.interval).toBeNull();
  });

  it('changes nothing of what it is given', () => {
    const before = structuredClone(result);
    releaseResult(result, 'share');
    expect(result).toEqual(before);
  });

  it('draws the bounds of a base that answered alike from the whole effective n', () => {
    const exact = clopperPearson({ x: 15.4, n: 15.4, level: 0.95 });
    const alike = release({
      value: 1,
      display: '100.0',
      effectiveN: 15.4,
      designEffect: 20 / 15.4,
      interval: exact,
    });
    const whole = clopperPearson({ x: 15, n: 15, level: 0.95 });
    expect(alike?.interval?.lower).toBe(Number(whole?.lower.toFixed(4)));
    expect(alike?.interval?.display).toEqual({ lower: '78.2', upper: '100.0' });
    const none = clopperPearson({ x: 0, n: 15.4, level: 0.95 });
    const nobody = release({
      value: 0,
      display: '0.0',
      effectiveN: 15.4,
      designEffect: 20 / 15.4,
      interval: none,
    });
    expect(nobody?.interval).toMatchObject({ lower: 0, upper: 0.218 });
  });

  it('takes the weights out of notes that were stored with two decimals, and leaves those of today', () => {
    const stored =
      '重みは平均の0.61倍から3.38倍、実質的な回答数は549件分です。属性に無回答がある回答(1.3%)は、ひとまとまりの区分として扱っています。';
    const today =
      '重みは平均の0.5倍から5倍の間、実質的な回答数は549件分です。属性に無回答がある回答は、ひとまとまりの区分として扱っています。';
    const textOf = (text: string) =>
      releaseResult({ ...result, methodNote: [{ term: '補正', text }] }, 'share').methodNote[0]?.text;
    expect(textOf(stored)).toBe(today);
    expect(textOf(today)).toBe(today);
    expect(textOf('重みは平均の0.00倍から1.00倍、')).toBe('重みは平均の0倍から1倍の間、');
  });
});

describe('somebody who wants the exact figure back', () => {
  const exact = fc.record({
    value: fc.double({ min: 0.001, max: 0.999, noNaN: true }),
    lower: fc.double({ min: 0, max: 1, noNaN: true }),
    upper: fc.double({ min: 0, max: 1, noNaN: true }),
    n: fc.integer({ min: 10, max: 2000 }),
    deff: fc.double({ min: 1, max: 4, noNaN: true }),
  });

  const released = ({
    value,
    lower,
    upper,
    n,
    deff,
  }: {
    value: number;
    lower: number;
    upper: number;
    n: number;
    deff: number;
  }) =>
    release({
      value,
      display: (value * 100).toFixed(1),
      interval: { lower, upper, level: 0.95, method: 'logit' },
      effectiveN: n / deff,
      designEffect: deff,
    });

  it('gets no number with more digits than were meant', () => {
    fc.assert(
      fc.property(exact, (figure) => {
        const out = released(figure);
        const numbers = [out?.value, out?.interval?.lower, out?.interval?.upper].map(
          (one) => one ?? Number.NaN,
        );
        expect(Math.max(...numbers.map(nDecimals))).toBeLessThanOrEqual(4);
        expect(Number.isInteger(out?.effectiveN)).toBe(true);
        expect(nDecimals(out?.designEffect ?? Number.NaN)).toBeLessThanOrEqual(2);
      }),
    );
  });

  it.each(['value', 'lower', 'upper'] as const)(
    'finds others beside the true %s that look the same',
    (field) => {
      fc.assert(
        fc.property(exact, (figure) => {
          const looksTheSame = (step: number) => {
            const other = { ...figure, [field]: figure[field] + step };
            return JSON.stringify(released(other)) === JSON.stringify(released(figure));
          };
          expect(looksTheSame(2e-5) || looksTheSame(-2e-5)).toBe(true);
        }),
      );
    },
  );

  it('learns no more of the effective n from the design effect', () => {
    fc.assert(
      fc.property(exact, ({ n, deff }) => {
        const figure = { value: 0.5, lower: 0.4, upper: 0.6, n };
        const rounded = { ...figure, deff: n / Math.round(n / deff) };
        expect(released({ ...figure, deff })).toEqual(released(rounded));
      }),
    );
  });
});
