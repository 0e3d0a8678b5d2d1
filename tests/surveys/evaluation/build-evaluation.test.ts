import { describe, expect, it } from 'vitest';
import { loadPlan } from '#surveys/catalog/load-plan.ts';
import {
  buildEvaluation,
  listIndicatorSheets,
  type PlacedResult,
} from '#surveys/evaluation/build-evaluation.ts';
import { demoPlan } from '#surveys/plan/demo-plan.ts';

const plan = loadPlan('surveys/catalog/konohana/plan-h27.yaml');
const demo = demoPlan(plan);

function place(roundId: string, { indicatorId = '1-1', fiscalYear = 2015 } = {}): PlacedResult {
  const result: PlacedResult['result'] = {
    value: 0.6,
    display: '60.0',
    n: 700,
    state: 'published',
    source: { kind: 'round', title: '調査', roundId },
    interval: { lower: 0.56, upper: 0.64, level: 0.95, method: 'wilson' },
    official: 'met',
    evidence: 'supported',
    weighted: null,
    methodNote: [],
  };
  return { indicatorId, fiscalYear, result };
}

function sheetOf(results: readonly PlacedResult[], { id = '1-1', fiscalYear = 2015, of = demo } = {}) {
  const sheet = listIndicatorSheets(buildEvaluation({ plan: of, fiscalYear, results })).find(
    ({ indicator }) => indicator.id === id,
  );
  if (!sheet) throw new Error(`no sheet ${id}`);
  return sheet;
}

const roundOf = (results: readonly PlacedResult[]) => {
  const source = sheetOf(results).result?.source;
  return source?.kind === 'round' ? source.roundId : source?.kind;
};

describe('buildEvaluation', () => {
  it('lays the plan out as the document does, with the ward’s record of FY2015', () => {
    const evaluation = buildEvaluation({ plan, fiscalYear: 2015, results: [] });
    expect(evaluation.fiscalYearLabel.long).toBe('平成27年度');
    expect(evaluation.parts.map(({ sections }) => sections.length)).toEqual([4, 3]);
    expect(
      listIndicatorSheets(evaluation).map(({ indicator, result, official }) => [
        indicator.id,
        result?.display ?? null,
        official,
      ]),
    ).toEqual([
      ['1-1', '51.3', 'met'],
      ['1-2-i', '84.7', 'met'],
      ['1-2-ii', '20.8', 'interim'],
      ['1-3-a', null, 'excluded'],
      ['1-3-b', null, 'excluded'],
      ['1-4-i', '10.4', 'interim'],
      ['1-4-ii', '92.9', 'met'],
      ['2-1-i', '31.3', 'interim'],
      ['2-1-ii', '32.9', 'interim'],
      ['2-2', '63.2', 'interim'],
      ['2-3-i', '94.4', 'met'],
      ['2-3-ii', '3', 'interim'],
      ['2-3-iii', '21.3', 'interim'],
    ]);
  });

  it('shows no figure that two rounds claim, in whatever order they come, and says so', () => {
    expect(roundOf([place('first')])).toBe('first');
    const both = [place('first'), place('second')];
    for (const results of [both, both.toReversed()]) {
      const sheet = sheetOf(results);
      expect(sheet).toMatchObject({ result: null, official: 'no_result', evidence: 'unknown' });
      expect(sheet.words.label).toBe('公式の結果が未定');
      expect(sheet.words.sentence).toContain('複数の調査回');
    }
  });

  it('is not disturbed by rounds that claim other figures, or one that the ward’s record settles', () => {
    const others = [place('second', { indicatorId: '1-2-i' }), place('third', { fiscalYear: 2016 })];
    expect(roundOf([...others, place('first')])).toBe('first');
    const both = [place('first'), place('second')];
    expect(sheetOf(both, { of: plan }).result?.source.kind).toBe('ward-record');
    const excluded = both.map((claim) => ({ ...claim, indicatorId: '1-3-a' }));
    expect(sheetOf(excluded, { id: '1-3-a' }).words.label).toBe('成果測定の対象外');
  });

  it('keeps the ward’s record before a published round', () => {
    expect(sheetOf([place('r')], { of: plan }).result?.source.kind).toBe('ward-record');
  });

  it('leaves out results of another fiscal year or another plan’s indicator', () => {
    const results = [place('r', { fiscalYear: 2016 }), place('r', { indicatorId: '9-9' })];
    expect(sheetOf(results)).toMatchObject({ result: null, official: 'no_result', evidence: 'unknown' });
    expect(sheetOf(results).words.label).toBe('結果なし');
    expect(sheetOf(results, { fiscalYear: 2016 }).result?.display).toBe('60.0');
  });

  it('keeps an excluded indicator excluded although a figure came in', () => {
    const sheet = sheetOf([place('r', { indicatorId: '1-3-a' })], { id: '1-3-a' });
    expect(sheet.official).toBe('excluded');
    expect(sheet.result?.official).toBe('excluded');
    expect(sheet.words.label).toBe('成果測定の対象外');
  });

  it('carries the year’s PDCA texts, and says where none were recorded', () => {
    const sectionsOf = (fiscalYear: number) =>
      buildEvaluation({ plan, fiscalYear, results: [] }).parts.flatMap(({ sections }) => sections);
    expect(sectionsOf(2015)[0]?.pdca).toMatchObject({
      state: 'recorded',
      do: ['区民まつりなどで区民にアピール'],
    });
    expect(sectionsOf(2015)[2]?.pdca).toMatchObject({ state: 'recorded', plan: null });
    expect(sectionsOf(2016).every(({ pdca }) => pdca.state === 'none_recorded')).toBe(true);
  });

  it('repeats the interim note only for the year it speaks of', () => {
    expect(buildEvaluation({ plan, fiscalYear: 2015, results: [] }).interimNote).toContain(
      '27年度末現在の中間値',
    );
    expect(buildEvaluation({ plan, fiscalYear: 2016, results: [] }).interimNote).toBeNull();
  });
});
