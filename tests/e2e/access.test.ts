import { describe, expect, test } from 'vitest';
import { dialects } from '#db/dialect.ts';
import {
  type AppServer,
  demoLogin,
  describeOnEachServer,
  logIn,
  postForm,
  useAppServer,
} from '#tests/helpers/app-server.ts';

const get = (server: AppServer, path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.origin}${path}`, { headers, redirect: 'manual' });

const round = 'demo-residents-2015';

describeOnEachServer('what stands behind the log-in', (getServer) => {
  test.each([
    '/staff',
    '/staff/rounds/new',
    `/staff/rounds/${round}`,
    '/manager',
    `/manager/rounds/${round}`,
    `/manager/rounds/${round}/events`,
  ])('leads a stranger from %s to the log-in and back', async (path) => {
    const response = await get(getServer(), path);
    expect(response.status).toBe(302);
    expect(response.headers.get('Location')).toBe(`/login?next=${encodeURIComponent(path)}`);
  });

  test('does nothing for a stranger who posts', async () => {
    const { origin } = getServer();
    const response = await postForm(`${origin}/staff/rounds/demo-residents-2026`, { action: 'close' });
    expect(response.status).toBe(302);
    expect((await get(getServer(), '/s/demo-residents-2026')).status).toBe(200);
  });

  test('answers programs without log-in 401, and an unknown round no differently', async () => {
    for (const id of [round, 'no-such-round']) {
      const response = await get(getServer(), `/api/v1/rounds/${id}/results`);
      expect(response.status).toBe(401);
      expect(response.headers.get('Content-Type')).toContain('application/json');
    }
  });

  test('gives a manager the results, but not the staff pages', async () => {
    const headers = { Cookie: await logIn(getServer(), 'manager') };
    expect((await get(getServer(), '/manager', headers)).status).toBe(200);
    expect((await get(getServer(), `/api/v1/rounds/${round}/results`, headers)).status).toBe(200);
    const refused = await get(getServer(), '/staff', headers);
    expect(refused.status).toBe(403);
    expect(await refused.text()).toContain('権限がありません');
    const posted = await postForm(
      `${getServer().origin}/staff/rounds/demo-residents-2026`,
      { action: 'close' },
      headers,
    );
    expect(posted.status).toBe(403);
  });

  test('does nothing for another site’s page that says nothing of where it is from', async () => {
    const { origin } = getServer();
    const Cookie = await logIn(getServer(), 'manager');
    const path = '/manager/rounds/demo-residents-2026/approval';
    const data = `${path}?_data=${encodeURIComponent('routes/manager/approval')}`;
    const fields = { action: 'approve', request: '1' };
    expect((await postForm(`${origin}${path}`, fields, { Cookie, Origin: 'null' })).status).toBe(403);
    for (const headers of [{ Cookie, Origin: 'null' }, { Cookie }]) {
      expect((await postForm(`${origin}${data}`, fields, headers)).status).toBe(404);
      expect((await get(getServer(), data, headers)).status).toBe(404);
    }
  });

  test('ends with the log-out, on the server as well', async () => {
    const headers = { Cookie: await logIn(getServer(), 'staff') };
    expect((await get(getServer(), '/staff', headers)).status).toBe(200);
    await postForm(`${getServer().origin}/logout`, {}, headers);
    expect((await get(getServer(), '/staff', headers)).status).toBe(302);
  });

  test('keeps its session in a cookie that scripts and other sites cannot use', async () => {
    const response = await postForm(`${getServer().origin}/login`, demoLogin('staff'));
    expect(response.headers.get('Set-Cookie')).toMatch(/; Path=\/; HttpOnly; SameSite=Lax$/);
  });

  test('sends nobody to another site after the log-in', async () => {
    for (const next of [
      'https://elsewhere.example/',
      '//elsewhere.example/',
      '/\\elsewhere.example',
      '/\t/elsewhere.example',
      '/.//elsewhere.example',
      'javascript:1',
    ]) {
      const response = await postForm(`${getServer().origin}/login`, { ...demoLogin('staff'), next });
      expect(response.headers.get('Location')).toBe('/staff');
    }
  });

  test('says that name or password is wrong, not which', async () => {
    const { origin } = getServer();
    const attempts = [
      { name: demoLogin('manager').name, password: 'not the password' },
      { name: 'nobody-of-this-name', password: 'not the password' },
    ];
    for (const attempt of attempts) {
      const response = await postForm(`${origin}/login`, attempt);
      expect(response.status).toBe(401);
      expect(await response.text()).toContain('ログイン名かパスワードが違います');
    }
  });

  test('takes no more guesses at an account after five, not even the right one', async () => {
    const { origin } = getServer();
    const { name, password } = demoLogin('admin');
    for (let n = 1; n <= 5; n++) {
      expect((await postForm(`${origin}/login`, { name, password: `guess ${n}` })).status).toBe(401);
    }
    const blocked = await postForm(`${origin}/login`, { name, password });
    expect(blocked.status).toBe(429);
    expect(await blocked.text()).toContain('一時的に止めています');
    expect((await postForm(`${origin}/login`, demoLogin('staff'))).status).toBe(303);
  });
});

describe.each(dialects)('a production server (%s)', (dialect) => {
  const getServer = useAppServer({ dialect, isDemo: false });

  test('has the ward’s own plan and its published record', async () => {
    const page = await get(getServer(), '/plans/konohana/evaluations/2015');
    expect(page.status).toBe(200);
    expect(await page.text()).toContain('51.3');
    const twin = await get(getServer(), '/api/v1/plans/konohana/evaluations/2015');
    expect(twin.status).toBe(200);
    const { fiscalYear, indicators } = (await twin.json()) as {
      readonly fiscalYear: number;
      readonly indicators: readonly {
        readonly id: string;
        readonly result: { readonly display: string } | null;
      }[];
    };
    expect([fiscalYear, indicators.length]).toEqual([2015, 13]);
    expect(indicators.find(({ id }) => id === '1-1')?.result?.display).toBe('51.3');
  });

  test('knows nothing of the demo', async () => {
    for (const path of [
      '/plans/konohana-demo/evaluations/2015',
      '/api/v1/plans/konohana-demo/evaluations/2015',
      '/s/demo-residents-2026',
      '/s/demo-residents-2015',
      '/s/demo-residents-2015/sent/0000-0000-0000',
      '/s/demo-residents-2015/code/used',
    ]) {
      expect((await get(getServer(), path)).status, path).toBe(404);
    }
    const home = await (await get(getServer(), '/')).text();
    expect(home).not.toMatch(/デモ|demo/);
    expect(getServer().output()).not.toContain('demo');
  });

  test('lets no demo account in', async () => {
    expect((await postForm(`${getServer().origin}/login`, demoLogin('staff'))).status).toBe(401);
  });
});
