import { describe, expect, it } from 'vitest';
import { findEvaluation, getEvaluation } from '#app/features/evaluation/find-evaluation.server.ts';
import { openRound, usePlanDatabase } from './plan-database.ts';

const getDb = usePlanDatabase([openRound]);

describe('findEvaluation', () => {
  it.each([
    ['an unknown plan', 'elsewhere', '2015'],
    ['a year with nothing in it', 'konohana', '2016'],
    ['a year that is no number', 'konohana', 'h27'],
    ['a year before the era', 'konohana', '0001'],
    ['a year written twice', 'konohana', '20152015'],
  ])('finds nothing for %s', async (_, planId, fiscalYear) => {
    expect(await findEvaluation(getDb(), { planId, fiscalYear })).toBeUndefined();
  });

  it("finds the ward's record", async () => {
    const found = await findEvaluation(getDb(), { planId: 'konohana', fiscalYear: '2015' });
    expect(found?.fiscalYears).toEqual([2015]);
    expect(found?.evaluation.parts[0]?.sections[0]?.indicators[0]?.result?.display).toBe('51.3');
  });

  it("shows none of the ward's record in the demonstration", async () => {
    const found = await findEvaluation(getDb(), { planId: 'konohana-demo', fiscalYear: '2015' });
    expect(found?.evaluation.parts[0]?.sections[0]?.indicators[0]?.result).toBeNull();
  });

  it('has an evaluation for the year of a round that has begun', async () => {
    const found = await findEvaluation(getDb(), { planId: 'konohana-demo', fiscalYear: '2025' });
    expect(found?.evaluation.fiscalYearLabel.long).toBe('令和7年度');
  });
});

describe('getEvaluation', () => {
  it('answers 404 where there is none', async () => {
    await expect(getEvaluation(getDb(), { plan: 'konohana', fiscalYear: '1999' })).rejects.toMatchObject({
      status: 404,
    });
  });
});
