import { describe, expect, it } from 'vitest';
import { compareShares, compareWeighted } from '#surveys/aggregation/estimate/compare-rounds.ts';
import { adjustByHolm } from '#surveys/aggregation/estimate/holm.ts';
import { findSeriesBreaks, type SeriesPoint } from '#surveys/aggregation/estimate/series-break.ts';

describe('compareShares', () => {
  it('gives Newcombe’s published interval', () => {
    // Newcombe (1998), Statistics in Medicine 17, 873–890, table II, method 10: 56/70 − 48/80 is 0.0524 to 0.3339.
    const difference = compareShares({ x: 48, n: 80 }, { x: 56, n: 70 }, 0.95);
    expect(difference?.value).toBeCloseTo(0.2, 12);
    expect(difference?.lower).toBeCloseTo(0.0524, 4);
    expect(difference?.upper).toBeCloseTo(0.3339, 4);
  });

  it('is the same with the sign turned when the rounds change places', () => {
    const there = compareShares({ x: 48, n: 80 }, { x: 56, n: 70 }, 0.95);
    const back = compareShares({ x: 56, n: 70 }, { x: 48, n: 80 }, 0.95);
    expect(back?.value).toBeCloseTo(-(there?.value ?? 0), 14);
    expect(back?.lower).toBeCloseTo(-(there?.upper ?? 0), 14);
    expect(back?.pValue).toBeCloseTo(there?.pValue ?? 0, 14);
  });

  it('sees no change, with an interval around it, when both rounds are unanimous', () => {
    const difference = compareShares({ x: 30, n: 30 }, { x: 28, n: 28 }, 0.95);
    expect(difference).toMatchObject({ value: 0, pValue: 1 });
    expect(difference?.upper).toBeGreaterThan(0.05);
  });

  it('compares nothing with an empty base', () => {
    expect(compareShares({ x: 0, n: 0 }, { x: 1, n: 2 }, 0.95)).toBeNull();
  });
});

describe('compareWeighted', () => {
  it('adds the variances of independent rounds', () => {
    // Reference case s/test-weighted/two-round-independent/srs-q1.
    const difference = compareWeighted(
      { value: 0.5387096774193548, standardError: 0.020036378904450914 },
      { value: 0.5711864406779661, standardError: 0.020392269027776133 },
      0.95,
    );
    expect(difference.lower).toBeCloseTo(-0.02355562541154972, 12);
    expect(difference.pValue).toBeCloseTo(0.25595288356600854, 12);
  });
});

describe('adjustByHolm', () => {
  it('steps down from the smallest and never below a smaller one', () => {
    // R: p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") is 0.03 0.06 0.06 0.02.
    const adjusted = adjustByHolm([0.01, 0.04, 0.03, 0.005]);
    expect(adjusted.map((p) => Number(p.toFixed(12)))).toEqual([0.03, 0.06, 0.06, 0.02]);
  });

  it('stays at 1 and leaves a single p-value alone', () => {
    expect(adjustByHolm([0.9, 0.8])).toEqual([1, 1]);
    expect(adjustByHolm([0.2])).toEqual([0.2]);
    expect(adjustByHolm([])).toEqual([]);
  });
});

describe('findSeriesBreaks', () => {
  const rule = { id: 'all', label: { ja: '全員' }, outOfBase: ['not_asked', 'no_answer'] };
  const point: SeriesPoint = {
    measurement: { kind: 'share', indicator: '1-1', question: 'q1', positive: ['yes'], baseRules: [rule] },
    baseRule: rule,
    questions: [
      {
        id: 'q1',
        kind: 'single',
        text: { ja: '声をかけあっていますか', en: 'Do you greet each other?' },
        required: true,
        options: [
          { code: 'yes', label: { ja: 'はい' } },
          { code: 'no', label: { ja: 'いいえ' } },
        ],
      },
    ],
    audience: 'residents',
    design: 'probability',
  };
  const [question] = point.questions;

  it('finds none when only a translation or a label of the rule was improved', () => {
    const text = { ja: '声をかけあっていますか', en: 'Do neighbours greet each other?' };
    const questions = [{ ...question, text }] as SeriesPoint['questions'];
    const baseRule = { ...rule, label: { ja: '回答者全員' }, outOfBase: ['no_answer', 'not_asked'] };
    expect(findSeriesBreaks(point, { ...point, questions, baseRule })).toEqual([]);
  });

  it('names a new wording, new options, another base rule and another audience', () => {
    const questions = [
      { ...question, text: { ja: 'あいさつをしますか' }, options: [{ code: 'yes', label: { ja: 'はい' } }] },
    ] as SeriesPoint['questions'];
    const baseRule = { ...rule, outOfBase: ['not_asked'] };
    expect(findSeriesBreaks(point, { ...point, questions, baseRule, audience: 'visitors' })).toEqual([
      'wording',
      'options',
      'base-rule',
      'audience',
    ]);
  });

  it('never compares a panel', () => {
    const panel = { ...point, design: 'panel' as const };
    expect(findSeriesBreaks(panel, panel)).toEqual(['panel']);
    expect(findSeriesBreaks(point, panel)).toEqual(['design', 'panel']);
  });
});
