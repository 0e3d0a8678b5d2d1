import { describe, expect, it } from 'vitest';
import {
  formatBase,
  formatFigure,
  formatFiscalYear,
  formatInterval,
  formatRespondents,
  formatTarget,
  isReferenceFigure,
} from '#app/components/figure/figure-words.ts';
import { loadPlan } from '#surveys/catalog/load-plan.ts';
import type { IndicatorResult } from '#surveys/evaluation/indicator-result.ts';
import { findIndicator, type Plan } from '#surveys/plan/plan.ts';

const plan: Plan = loadPlan('surveys/catalog/konohana/plan-h27.yaml');

function indicator(id: string) {
  const found = findIndicator(plan, id);
  if (found === undefined) throw new Error(`no indicator ${id}`);
  return found;
}

const share: IndicatorResult = {
  value: 0.513,
  display: '51.3',
  n: 1400,
  state: 'final',
  source: { kind: 'round', title: '調査', roundId: 'r' },
  interval: { lower: 0.48696, upper: 0.53904, level: 0.95, method: 'wilson' },
  official: 'met',
  evidence: 'indistinguishable',
  weighted: null,
  methodNote: [],
};

describe('words of a figure', () => {
  it('give the fiscal year in both calendars', () => {
    expect(formatFiscalYear(2026)).toBe('令和8年度(2026年度)');
  });

  it('write a target as the ward does', () => {
    expect(formatTarget(indicator('2-3-ii').target)).toBe('3.5点以上');
  });

  it('keep the digits of the result and add its unit', () => {
    expect(formatFigure(indicator('1-1'), share)).toBe('51.3%');
    expect(formatFigure(indicator('2-3-ii'), { ...share, value: 3, display: '3' })).toBe('3点');
  });

  it('write no unit where nobody is in the base', () => {
    expect(formatFigure(indicator('1-1'), { ...share, value: null, display: '—', n: 0 })).toBe('—');
  });

  it('say of whom the figure speaks', () => {
    expect(formatRespondents(indicator('1-1'))).toBe('回答した区民のうち');
    expect(formatRespondents(indicator('1-4-ii'))).toBe('回答した活動主体のうち');
    expect(formatRespondents(indicator('2-3-ii'))).toBe('覆面調査員の採点の平均');
  });

  it('give the base, or say that the source does not; a count has none', () => {
    expect(formatBase(indicator('1-1'), share)).toBe('n=1,400');
    expect(formatBase(indicator('1-1'), { ...share, n: null })).toBe('回答数の記載なし');
    expect(formatBase(indicator('2-3-ii'), { ...share, n: null })).toBe('訪問数の記載なし');
    expect(formatBase(indicator('1-3-a'), { ...share, n: null })).toBeNull();
  });

  it('give an interval in the unit of the indicator', () => {
    expect(formatInterval(indicator('1-1'), share)).toBe('48.7%〜53.9%(95%信頼区間)');
    expect(formatInterval(indicator('1-1'), { ...share, interval: null })).toBeNull();
  });

  it('print rounded bounds as they came, not rounded a second time', () => {
    const bounds = { lower: 0.5235, upper: 0.5871, level: 0.95, method: 'logit' };
    const interval = { ...bounds, display: { lower: '52.3', upper: '58.7' } };
    expect(formatInterval(indicator('1-1'), { interval })).toBe('52.3%〜58.7%(95%信頼区間)');
  });

  it('mark a small base, but neither a count nor an unknown base', () => {
    expect(isReferenceFigure(indicator('1-4-ii'), { ...share, n: 14 })).toBe(true);
    expect(isReferenceFigure(indicator('1-1'), { ...share, n: 30 })).toBe(false);
    expect(isReferenceFigure(indicator('1-1'), { ...share, n: null })).toBe(false);
    expect(isReferenceFigure(indicator('1-3-a'), { ...share, n: 1 })).toBe(false);
  });
});
