import { describe, expect, it } from 'vitest';
import { estimateIndicator } from '#surveys/aggregation/estimate/estimate-indicator.ts';
import { indicatorMeasure } from '#surveys/aggregation/tally/measures.ts';
import { loadPlan } from '#surveys/catalog/load-plan.ts';
import { indicatorResultSchema } from '#surveys/evaluation/indicator-result.ts';
import { buildRoundResult } from '#surveys/evaluation/round-result.ts';
import { findIndicator } from '#surveys/plan/plan.ts';
import type { Measurement } from '#surveys/questionnaire/definition.ts';
import type { Design } from '#surveys/round/round.ts';

const plan = loadPlan('surveys/catalog/konohana/plan-h27.yaml');
const source = { kind: 'round', title: '区民アンケート', roundId: 'r1' } as const;
const baseRules = [{ id: 'answered', label: { ja: '回答者' }, outOfBase: ['no_answer'] }];

function getIndicator(id: string) {
  const indicator = findIndicator(plan, id);
  if (!indicator) throw new Error(`no indicator ${id}`);
  return indicator;
}

function measure(id: string): Measurement {
  switch (getIndicator(id).kind) {
    case 'share':
      return { kind: 'share', indicator: id, question: 'q', positive: ['a'], baseRules };
    case 'mean':
      return { kind: 'mean', indicator: id, items: ['q'], baseRules };
    case 'count':
      return { kind: 'count', indicator: id, question: 'q', baseRules };
  }
}

function resultOf(
  id: string,
  values: Record<string, number>,
  { fiscalYear = 2015, design = 'probability' as Design } = {},
) {
  const indicator = getIndicator(id);
  const counts = Object.entries(values).map(([value, n]) => ({
    stratum: 'all',
    profile: '',
    channel: 'web',
    measure: indicatorMeasure(id, 'answered'),
    value,
    n,
  }));
  const estimate = estimateIndicator({
    counts,
    measurement: measure(id),
    baseRuleId: 'answered',
    target: indicator.target,
    design,
    populationSize: null,
  });
  return buildRoundResult({ estimate, indicator, fiscalYear, state: 'final', source, methodNote: [] });
}

describe('buildRoundResult', () => {
  it('gives a share with base, interval and both axes of the verdict', () => {
    const result = resultOf('1-1', { positive: 359, base: 341, out: 20 });
    expect(result).toMatchObject({
      value: 359 / 700,
      display: '51.3',
      n: 700,
      state: 'final',
      source,
      official: 'met',
      evidence: 'indistinguishable',
    });
    expect(result.interval?.method).toBe('wilson');
    expect(indicatorResultSchema.safeParse(result).success).toBe(true);
  });

  it('shows one decimal more where rounding would reach the target', () => {
    const result = resultOf('1-1', { positive: 1249, base: 1251 }, { fiscalYear: 2017 });
    expect(result).toMatchObject({ display: '49.96', official: 'not_met' });
  });

  it('averages visits with different numbers of items exactly', () => {
    // 1/3 + 2/3 + 5/1 + 8/1 = 14 over 4 visits = 3.5, which floats of thirds could miss.
    const result = resultOf(
      '2-3-ii',
      { '1/3': 1, '2/3': 1, '5/1': 1, '8/1': 1 },
      { design: 'self-selected' },
    );
    expect(result).toMatchObject({
      display: '3.5',
      n: 4,
      official: 'met',
      evidence: 'unknown',
      interval: null,
    });
  });

  it('has no figure and no verdict for an empty base', () => {
    expect(resultOf('1-1', { out: 3 })).toMatchObject({
      value: null,
      display: '—',
      n: 0,
      official: 'no_result',
      evidence: 'unknown',
    });
  });

  it('shows a count without decimals and keeps it excluded', () => {
    expect(resultOf('1-3-a', { '2': 1 })).toMatchObject({
      value: 2,
      display: '2',
      n: null,
      official: 'excluded',
    });
  });

  it('refuses an estimate of another kind', () => {
    const estimate = estimateIndicator({
      counts: [],
      measurement: measure('1-1'),
      baseRuleId: 'answered',
      target: getIndicator('1-1').target,
      design: 'panel',
      populationSize: null,
    });
    expect(() =>
      buildRoundResult({
        estimate,
        indicator: getIndicator('2-3-ii'),
        fiscalYear: 2015,
        state: 'final',
        source,
        methodNote: [],
      }),
    ).toThrow('indicator 2-3-ii is a mean, not a share');
  });
});
