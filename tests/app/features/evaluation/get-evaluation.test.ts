import { expect, it } from 'vitest';
import { getEvaluation } from '#app/features/evaluation/get-evaluation.server.ts';
import { usePlanDatabase } from '#tests/helpers/plan-database.ts';

const getDb = usePlanDatabase([]);

it('answers 404 where there is nothing to read', async () => {
  for (const params of [{ plan: 'konohana', fiscalYear: '1999' }, { plan: 'konohana' }, {}]) {
    await expect(getEvaluation({ db: getDb() }, params)).rejects.toMatchObject({ status: 404 });
  }
  const found = await getEvaluation({ db: getDb() }, { plan: 'konohana', fiscalYear: '2015' });
  expect(found.fiscalYears).toEqual([2015]);
});
