import { beforeAll, expect, test } from 'vitest';
import type { ApiEvaluation } from '#surveys/evaluation/api-evaluation.ts';
import { describeOnEachServer, logIn, postForm } from '#tests/helpers/app-server.ts';
import { countAnswers, fieldRound, launchShortRound, publishRound } from '#tests/helpers/office.ts';

const plan = '/plans/konohana-demo/evaluations';

/** Everything public that speaks of results, pages and their data, for a year with a record and for the round's. */
const evaluationPaths = ['2015', '2026'].flatMap((year) => [
  `${plan}/${year}`,
  `${plan}/${year}.data`,
  `${plan}/${year}/sections/1-1`,
  `${plan}/${year}/sections/1-1.data`,
  `/api/v1${plan}/${year}`,
  `/api/v1${plan}/${year}.data`,
]);
/** The home page lists what can be answered, too, so it changes when a round opens or closes. */
const homePaths = ['/', '/_root.data'];

describeOnEachServer('the public side of a round', (getServer) => {
  let roundId = '';
  let cookies: Readonly<Record<'staff' | 'manager' | 'stranger', string>>;

  /** Status and body byte for byte; only what is new with every request is taken out: its nonce and its id. */
  async function read(path: string): Promise<string> {
    const response = await fetch(`${getServer().origin}${path}`);
    const nonce = /'nonce-([^']+)'/.exec(response.headers.get('Content-Security-Policy') ?? '')?.[1];
    const body = (await response.text()).replace(/"requestId","[^"]+"/, '');
    return `${response.status} ${nonce === undefined ? body : body.replaceAll(nonce, '')}`;
  }
  const readAll = async (paths: readonly string[]) =>
    new Map(await Promise.all(paths.map(async (path) => [path, await read(path)] as const)));
  const findEvaluation = async (fiscalYear: string): Promise<ApiEvaluation> =>
    (await fetch(`${getServer().origin}/api/v1${plan}/${fiscalYear}`)).json();
  const listShown = ({ indicators }: ApiEvaluation) =>
    indicators.flatMap(({ id, result }) =>
      result === null ? [] : [`${id} ${result.display} ${result.state}`],
    );

  beforeAll(async () => {
    const [staff, manager] = [await logIn(getServer(), 'staff'), await logIn(getServer(), 'manager')];
    cookies = { staff, manager, stranger: '' };
  });

  test('shows nothing of what goes on before it is published, and no year for it', async () => {
    const evaluations = await readAll(evaluationPaths);
    const home = await readAll(homePaths);
    // The demo has a round of 120 answers that is open all the while.
    expect(await countAnswers(getServer(), 'demo-residents-2026')).toBe(120);
    for (const path of evaluationPaths)
      expect(evaluations.get(path), path).toMatch(path.includes('2015') ? /^200 / : /^404 /);
    // A year that has a round looks like one that has none.
    for (const path of evaluationPaths.filter((each) => each.includes('2026')))
      expect(evaluations.get(path)).toBe(await read(path.replace('2026', '2031')));
    expect(home.get('/')).toContain(`${plan}/2015`);
    for (const text of [...home.values(), evaluations.get(`${plan}/2015`)])
      expect(text).not.toContain(`${plan}/2026`);

    roundId = await launchShortRound(getServer(), '公表するまでの調査');
    const opened = await readAll(homePaths);
    expect(opened.get('/')).toContain(`/s/${roundId}`);

    for (let n = 1; n <= 12; n++) {
      const code = n <= 9 ? 'agree' : 'disagree';
      const fields = { 'q1-1': code, comment: '', _key: `a-key-of-the-publishing-test-${n}` };
      expect((await postForm(`${getServer().origin}/s/${roundId}`, fields)).status).toBe(303);
      // Ten are mixed together; those who come later wait for the closing.
      if (n === 10)
        await expect.poll(() => liveFigures('manager'), { timeout: 20_000 }).toBe('1-1 90.0 provisional');
    }
    expect(await readAll(evaluationPaths)).toEqual(evaluations);
    expect(await readAll(homePaths)).toEqual(opened);

    await fieldRound(getServer(), roundId, 'close');
    expect(await readAll(evaluationPaths)).toEqual(evaluations);
    expect(await readAll(homePaths)).toEqual(home);

    await fieldRound(getServer(), roundId, 'finalise');
    for (const person of ['staff', 'manager'] as const)
      expect(await liveFigures(person)).toBe('1-1 75.0 final');
    expect(await readAll(evaluationPaths)).toEqual(evaluations);
    expect(await readAll(homePaths)).toEqual(home);
  });

  /** What people of the office see of the round, whatever its state. */
  async function liveFigures(person: 'staff' | 'manager'): Promise<string> {
    const path = `/api/v1/rounds/${roundId}/results`;
    const response = await fetch(`${getServer().origin}${path}`, { headers: { Cookie: cookies[person] } });
    const { indicators }: Pick<ApiEvaluation, 'indicators'> = await response.json();
    return indicators.map(({ id, result }) => `${id} ${result?.display} ${result?.state}`).join();
  }

  test('is published by nobody but a manager', async () => {
    const before = await readAll([...evaluationPaths, ...homePaths]);
    const publish = (person: keyof typeof cookies, path: string) =>
      postForm(`${getServer().origin}${path}`, { action: 'publish' }, { Cookie: cookies[person] });
    const approval = `/manager/rounds/${roundId}/approval`;
    expect((await publish('staff', approval)).status).toBe(403);
    expect((await publish('staff', `${approval}.data`)).status).toBe(403);
    expect((await publish('staff', `/staff/rounds/${roundId}`)).status).toBe(400);
    expect((await publish('stranger', approval)).headers.get('Location')).toMatch(/^\/login\?/);
    expect((await publish('manager', `/staff/rounds/${roundId}`)).status).toBe(403);
    const open = '/manager/rounds/demo-residents-2026/approval';
    expect((await publish('manager', open)).status, 'not yet final').toBe(409);
    expect(await readAll([...evaluationPaths, ...homePaths])).toEqual(before);
  });

  test('shows the published figures, their method and their year, and still nothing of a round beside it', async () => {
    const listed = await (
      await fetch(`${getServer().origin}/manager`, { headers: { Cookie: cookies.manager } })
    ).text();
    expect(listed).toContain('公表をお待ちの調査回');
    await publishRound(getServer(), roundId);

    const evaluation = await findEvaluation('2026');
    expect(listShown(evaluation)).toEqual(['1-1 75.0 published']);
    const [first] = evaluation.indicators;
    expect(first?.result).toMatchObject({ n: 12, source: { kind: 'round', roundId } });
    expect(first?.result?.methodNote.length).toBeGreaterThan(0);
    for (const path of evaluationPaths) expect(await read(path), path).toMatch(/^200 /);
    const page = await read(`${plan}/2026/sections/1-1`);
    expect(page).toMatch(/75\.0%[\s\S]*公表値/);
    for (const text of [page, await read(`${plan}/2026`), JSON.stringify(evaluation)])
      expect(text).not.toMatch(/速報値|確定値|provisional|"final"|demo-residents-2026/);
    for (const path of ['/', `${plan}/2015`, `${plan}/2026`])
      expect(await read(path), path).toContain(`href="${plan}/2026"`);
  });

  test('has the eleven values of the demo’s year, published by its manager', async () => {
    const evaluation = await findEvaluation('2015');
    expect(listShown(evaluation)).toEqual(
      [
        ...[
          '1-1 51.3',
          '1-2-i 84.7',
          '1-2-ii 20.8',
          '1-4-i 10.4',
          '1-4-ii 92.9',
          '2-1-i 31.3',
          '2-1-ii 32.9',
        ],
        ...['2-2 63.2', '2-3-i 94.4', '2-3-ii 3.0', '2-3-iii 21.3'],
      ].map((figure) => `${figure} published`),
    );
  });
});
