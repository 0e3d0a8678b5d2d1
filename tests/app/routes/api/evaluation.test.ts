import { describe, expect, it } from 'vitest';
import { loader } from '#app/routes/api/evaluation.ts';
import type { Round } from '#surveys/round/round.ts';
import { makeResult } from '#tests/db/result-fixture.ts';
import { openRound, storePlans } from '#tests/helpers/plan-database.ts';
import { useServices } from '#tests/helpers/services.ts';

const published: Round = { ...openRound, id: 'r-published', fiscalYear: 2022, state: 'published' };
const finalised: Round = { ...openRound, id: 'r-final', fiscalYear: 2022, state: 'finalised' };

const rounds = [openRound, published, finalised, { ...finalised, id: 'r-final-alone', fiscalYear: 2023 }];
const results = [makeResult(published, { indicatorId: '1-1', state: 'published' }), makeResult(finalised)];
const getServices = useServices({ prepare: ({ db }) => storePlans(db, rounds, results) });

function get(plan: string, fiscalYear: string): Promise<Response> {
  const request = new Request(`http://localhost/api/v1/plans/${plan}/evaluations/${fiscalYear}`);
  return loader({ request, params: { plan, fiscalYear }, context: getServices().context() });
}

describe('GET /api/v1/plans/:plan/evaluations/:fiscalYear', () => {
  it.each([
    ['elsewhere', '2015'],
    ['konohana', '2016'],
    ['konohana-demo', '2025'],
    ['konohana-demo', '2023'],
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

  it('gives of rounds the published results alone', async () => {
    const text = await (await get('konohana-demo', '2022')).text();
    const { indicators } = JSON.parse(text);
    const states = indicators.flatMap((one: { id: string; result: { state: string } | null }) =>
      one.result === null ? [] : [[one.id, one.result.state]],
    );
    expect(states).toEqual([['1-1', 'published']]);
    expect(text).not.toContain('r-final');
  });
});
