import { describe, expect, it } from 'vitest';
import { loadPlan } from '#surveys/catalog/load-plan.ts';
import { indicatorResultSchema } from '#surveys/evaluation/indicator-result.ts';
import { readWardRecord } from '#surveys/evaluation/ward-record.ts';
import { findIndicator } from '#surveys/plan/plan.ts';

const plan = loadPlan('surveys/catalog/konohana/plan-h27.yaml');

function readRecord(id: string) {
  const indicator = findIndicator(plan, id);
  const published = indicator?.publishedResults[0];
  if (!indicator || !published) throw new Error(`no record of ${id}`);
  return readWardRecord(indicator, published);
}

describe('readWardRecord', () => {
  it('gives a share 0–1 beside the ward’s own digits, without base, interval or evidence', () => {
    expect(readRecord('1-1')).toEqual({
      value: 0.513,
      display: '51.3',
      n: null,
      state: 'published',
      source: {
        kind: 'ward-record',
        title: '平成27年度 豊かな地域社会の形成に向けた 区政運営基本方針 此花区 実績・評価',
      },
      interval: null,
      official: 'met',
      evidence: 'unknown',
      methodNote: [],
      weighted: null,
    });
  });

  it('keeps a score in points, written as the ward wrote it', () => {
    expect(readRecord('2-3-ii')).toMatchObject({ value: 3, display: '3', official: 'interim' });
  });

  it('fits the schema of stored results', () => {
    expect(indicatorResultSchema.safeParse(readRecord('2-2')).success).toBe(true);
  });
});
