import { describe, expect, it } from 'vitest';
import { loadPlan } from '#surveys/catalog/load-plan.ts';
import { toApiEvaluation } from '#surveys/evaluation/api-evaluation.ts';
import { buildEvaluation } from '#surveys/evaluation/build-evaluation.ts';
import { demoPlan } from '#surveys/plan/demo-plan.ts';

const plan = loadPlan('surveys/catalog/konohana/plan-h27.yaml');
const api = toApiEvaluation(buildEvaluation({ plan, fiscalYear: 2015, results: [] }));

describe('toApiEvaluation', () => {
  it('names plan, ward and fiscal year in both calendars', () => {
    expect(api).toMatchObject({
      plan: { id: 'konohana', label: null },
      ward: { name: '此花区', code: '271047' },
      fiscalYear: 2015,
      fiscalYearLabel: '平成27年度',
    });
    expect(api.indicators).toHaveLength(13);
  });

  it('gives an indicator its target in its unit and its result as a share', () => {
    expect(api.indicators[0]).toEqual({
      id: '1-1',
      kind: 'share',
      wording: '身近な地域の中で「声かけ」、「見守り」、「助け合い」、「支え合い」を実感している区民の割合',
      target: { value: 50, unit: '%', dueFiscalYear: 2017 },
      result: {
        value: 0.513,
        display: '51.3',
        n: null,
        state: 'published',
        source: { kind: 'ward-record', title: plan.source.title },
        interval: null,
        official: 'met',
        evidence: 'unknown',
        methodNote: [],
        weighted: null,
      },
      excluded: false,
    });
  });

  it('keeps an excluded indicator in the list, with no result', () => {
    expect(api.indicators.filter(({ excluded }) => excluded).map(({ id, result }) => [id, result])).toEqual([
      ['1-3-a', null],
      ['1-3-b', null],
    ]);
  });

  it('labels a demonstration', () => {
    const demo = toApiEvaluation(buildEvaluation({ plan: demoPlan(plan), fiscalYear: 2015, results: [] }));
    expect(demo.plan).toMatchObject({ id: 'konohana-demo', label: 'デモ' });
  });

  it('survives JSON unchanged', () => {
    expect(JSON.parse(JSON.stringify(api))).toEqual(api);
  });
});
