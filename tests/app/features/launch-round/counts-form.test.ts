import { describe, expect, it } from 'vitest';
import { parseCountsStep } from '#app/features/launch-round/counts-form.server.ts';

const typed = (fields: Readonly<Record<string, string>>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, [value]]));

describe('counts of a round without a drawn sample', () => {
  it('asks every organisation there is, and needs their number', () => {
    expect(parseCountsStep(typed({ populationSize: '２０' }), 'organisations')).toEqual({
      ok: true,
      form: { populationSize: 20, nIssued: 20 },
    });
    expect(parseCountsStep({}, 'organisations')).toEqual({
      ok: false,
      errors: { populationSize: '団体の数を入力してください。' },
    });
  });

  it('takes the visits of mystery shoppers where they are known', () => {
    expect(parseCountsStep(typed({ populationSize: '8' }), 'shoppers')).toMatchObject({
      form: { populationSize: 8, nIssued: 8 },
    });
    expect(parseCountsStep({}, 'shoppers')).toMatchObject({ form: { populationSize: null, nIssued: null } });
  });

  it('asks no more people than there are, and none for records of the ward', () => {
    const fields = typed({ populationSize: '10', nIssued: '11' });
    expect(parseCountsStep(fields, 'panel')).toMatchObject({ errors: { nIssued: expect.any(String) } });
    expect(parseCountsStep(fields, 'records')).toMatchObject({ form: { populationSize: null } });
    expect(parseCountsStep(typed({ nIssued: '500' }), 'event')).toEqual({
      ok: true,
      form: { populationSize: null, nIssued: 500 },
    });
  });
});
