import { describe, expect, it } from 'vitest';
import { loader } from '#app/routes/api/evaluation.ts';
import { storePlans } from '#tests/app/features/evaluation/plan-database.ts';
import { useServices } from '#tests/helpers/services.ts';

const getServices = useServices({ prepare: ({ db }) => storePlans(db, []) });

function get(plan: string, fiscalYear: string): Promise<Response> {
  const request = new Request(`http://localhost/api/v1/plans/${plan}/evaluations/${fiscalYear}`);
  return loader({ request, params: { plan, fiscalYear }, context: getServices().context() });
}

describe('GET /api/v1/plans/:plan/evaluations/:fiscalYear', () => {
  it.each([
    ['elsewhere', '2015'],
    ['konohana', '2016'],
  ])('answers 404 as JSON for what is not there (%s %s)', async (plan, fiscalYear) => {
    const response = await get(plan, fiscalYear);
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: 'not_found' });
  });

  it('gives the published values of the ward as shown', async () => {
    const response = await get('konohana', '2015');
    expect(response.headers.get('content-type')).toContain('application/json');
    const { indicators } = await response.json();
    const displays = indicators.map(
      (one: { result: { display: string } | null }) => one.result?.display ?? null,
    );
    expect(displays).toEqual([
      ...['51.3', '84.7', '20.8', null, null, '10.4', '92.9'],
      ...['31.3', '32.9', '63.2', '94.4', '3', '21.3'],
    ]);
  });
});
