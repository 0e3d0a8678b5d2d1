import { readFileSync } from 'node:fs';
import { delay, HttpResponse, http } from 'msw';
import { setupServer } from 'msw/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { createEStatClient, defaultStatsDataId, eStatApiUrl } from '#app/outside/e-stat/e-stat.ts';

const read = (name: string): Record<string, unknown> =>
  JSON.parse(readFileSync(`tests/fixtures/e-stat/${name}.json`, 'utf8'));
const singleYears = read('single-years');
const query = { areaCode: '27104', statsDataId: defaultStatsDataId };
const client = createEStatClient({
  appId: 'an id of nobody',
  apiUrl: eStatApiUrl,
  timeoutMs: 200,
  retryDelaysMs: [1, 1],
});

/** Addresses asked, in order. */
let asked: URL[] = [];
const server = setupServer();
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => {
  server.resetHandlers();
  asked = [];
});
afterAll(() => server.close());

/** Lets e-Stat give these answers one after the other, the last one ever after. */
function answer(...answers: readonly (() => Response | Promise<Response>)[]): void {
  server.use(
    http.get(`${eStatApiUrl}/getStatsData`, ({ request }) => {
      asked.push(new URL(request.url));
      const next = answers[Math.min(asked.length, answers.length) - 1];
      if (!next) throw new Error('no answer prepared');
      return next();
    }),
  );
}

const ok = (body: Record<string, unknown> = singleYears) => HttpResponse.json(body);
const unavailable = () => new HttpResponse('Service Unavailable', { status: 503 });

/** The fixture with one place of its statistical data changed. */
function changed(change: (data: Record<string, never>) => void): Record<string, unknown> {
  const copy = structuredClone(singleYears) as {
    GET_STATS_DATA: { STATISTICAL_DATA: Record<string, never> };
  };
  change(copy.GET_STATS_DATA.STATISTICAL_DATA);
  return copy;
}

describe('fetchPopulation', () => {
  it('reads population by sex and single years, of all nationalities, once each', async () => {
    answer(() => ok());
    const result = await client.fetchPopulation(query);
    if (!result.ok) throw new Error(result.error.kind);
    const { population } = result;
    expect(population.areaName).toBe('大阪市此花区');
    expect(population.asOf).toBe('2020-10-01');
    expect(population.source).toContain('0003445139');
    expect(population.ages).toHaveLength(2 * 101);
    expect(population.ages).toContainEqual({ sex: 'm', from: 18, to: 18, count: 108 });
    expect(population.ages).toContainEqual({ sex: 'f', from: 100, to: null, count: 7 });
    expect(population.nAgeUnknown).toBe(70);
  });

  it('asks for the table and the area, in Japanese, with the id', async () => {
    answer(() => ok());
    await client.fetchPopulation(query);
    expect(Object.fromEntries(asked[0]?.searchParams ?? [])).toMatchObject({
      appId: 'an id of nobody',
      statsDataId: '0003445139',
      cdArea: '27104',
      lang: 'J',
    });
  });

  it('reads five-year classes without the sums that repeat them', async () => {
    answer(() => ok(read('five-year-classes')));
    const result = await client.fetchPopulation(query);
    if (!result.ok) throw new Error(result.error.kind);
    expect(result.population.ages).toHaveLength(2 * 21);
    expect(result.population.ages).toContainEqual({ sex: 'm', from: 15, to: 19, count: 503 });
  });

  it('tries again after 503 and after a timeout', async () => {
    answer(
      unavailable,
      async () => delay(1_000).then(() => ok()),
      () => ok(),
    );
    expect((await client.fetchPopulation(query)).ok).toBe(true);
    expect(asked).toHaveLength(3);
  });

  it('says which fault stayed after the last attempt', async () => {
    answer(unavailable);
    expect(await client.fetchPopulation(query)).toEqual({
      ok: false,
      error: { kind: 'unavailable', httpStatus: 503 },
    });
    answer(async () => delay(1_000).then(() => ok()));
    asked = [];
    expect(await client.fetchPopulation(query)).toEqual({ ok: false, error: { kind: 'timeout' } });
    answer(() => HttpResponse.error());
    expect(await client.fetchPopulation(query)).toEqual({ ok: false, error: { kind: 'unreachable' } });
  });

  it.each([
    [
      'a wrong application id',
      { kind: 'wrong-app-id' },
      () => HttpResponse.json(read('wrong-app-id'), { status: 403 }),
    ],
    ['no data', { kind: 'no-data' }, () => ok(read('no-data'))],
    [
      'a refusal without a reason',
      { kind: 'refused', httpStatus: 403 },
      () => new HttpResponse('<html>', { status: 403 }),
    ],
    ['broken JSON', { kind: 'unreadable' }, () => new HttpResponse('{"GET_STATS_DATA":', { status: 200 })],
    ['JSON of another shape', { kind: 'unreadable' }, () => ok({ hello: 'world' })],
    [
      'another status',
      { kind: 'status', status: 300, message: '統計表IDが不正です。' },
      () => ok({ GET_STATS_DATA: { RESULT: { STATUS: '300', ERROR_MSG: '統計表IDが不正です。' } } }),
    ],
  ] as const)('asks once and says so on %s', async (_name, error, respond) => {
    answer(respond);
    expect(await client.fetchPopulation(query)).toEqual({ ok: false, error });
    expect(asked).toHaveLength(1);
  });

  it('refuses figures whose shape is not as documented', async () => {
    answer(() =>
      ok(changed((data) => Object.assign(data.DATA_INF ?? {}, { VALUE: [{ '@area': '27104', $: 12 }] }))),
    );
    expect(await client.fetchPopulation(query)).toEqual({ ok: false, error: { kind: 'unreadable' } });
  });

  it('takes one figure that came without its list', async () => {
    const value = {
      '@tab': '2020_01',
      '@cat01': '0',
      '@cat02': '1',
      '@cat03': '019',
      '@area': '27104',
      '@time': '2020000000',
      $: '5',
    };
    answer(() => ok(changed((data) => Object.assign(data.DATA_INF ?? {}, { VALUE: value }))));
    expect(await client.fetchPopulation(query)).toMatchObject({
      ok: true,
      population: { ages: [{ sex: 'm', from: 18, to: 18, count: 5 }] },
    });
  });

  it('says what a table lacks', async () => {
    answer(() => ok(changed((data) => Object.assign(data.CLASS_INF ?? {}, { CLASS_OBJ: [] }))));
    expect(await client.fetchPopulation(query)).toEqual({
      ok: false,
      error: { kind: 'unsuitable-table', missing: 'sex' },
    });
  });

  it('asks nothing without an application id', async () => {
    const without = createEStatClient({ appId: undefined, apiUrl: eStatApiUrl });
    expect(await without.fetchPopulation(query)).toEqual({ ok: false, error: { kind: 'no-app-id' } });
  });
});
