import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routeTable, type Zone } from '#app/routes.ts';
import { demoLogin, postForm, startAppServer } from '#tests/helpers/app-server.ts';
import { createTestDatabase } from '#tests/helpers/databases.ts';
import { formHeaders, sendRaw } from '#tests/helpers/raw-request.ts';

async function findFreePort(): Promise<number> {
  const socket = createServer().listen(0, '127.0.0.1');
  await once(socket, 'listening');
  const { port } = socket.address() as AddressInfo;
  socket.close();
  await once(socket, 'close');
  return port;
}

/** Values for the places of a route's path, such that its page exists in the demo. */
const params: Readonly<Record<string, string>> = {
  plan: 'konohana-demo',
  fiscalYear: '2015',
  section: '1-1',
  round: 'demo-residents-2015',
  indicator: '1-1',
  format: 'csv',
};

const addressOf = (path: string) =>
  path.replace(/:(\w+)/g, (_, name: string) => params[name] ?? 'x').replace('*', 'no-such-page');

const listPaths = (zone: Zone) =>
  routeTable.flatMap(([path, , ofRoute]) => (ofRoute === zone && path !== '*' ? [path] : []));

/** The same address as somebody might write it who looks for a way around. */
const disguise = (address: string): readonly string[] => [
  address,
  `${address}/`,
  address.toUpperCase(),
  `${address}.data`,
  `/%${address.charCodeAt(1).toString(16)}${address.slice(2)}`,
  `/${address}`,
];

describe('separated networks', () => {
  let publicOrigin: string;
  let staffOrigin: string;
  let stop: () => Promise<void>;

  beforeAll(async () => {
    const database = await createTestDatabase('sqlite');
    const [port, staffPort] = [await findFreePort(), await findFreePort()];
    publicOrigin = `http://127.0.0.1:${port}`;
    staffOrigin = `http://127.0.0.1:${staffPort}`;
    const server = await startAppServer({
      databaseUrl: database.url,
      isDemo: true,
      env: { PORT: `${port}`, ORIGIN: publicOrigin, STAFF_PORT: `${staffPort}`, STAFF_ORIGIN: staffOrigin },
    });
    stop = async () => {
      await server.stop();
      await database.drop();
    };
  });
  afterAll(() => stop?.());

  const get = (url: string) => fetch(url, { redirect: 'manual' });

  it.each(listPaths('staff'))('hides %s from the public listener, however it is written', async (path) => {
    for (const address of disguise(addressOf(path))) {
      const response = await get(`${publicOrigin}${address}`);
      expect([address, response.status]).toEqual([address, 404]);
      const posted = await postForm(`${publicOrigin}${address}`, demoLogin('staff'));
      expect([address, [404, 405].includes(posted.status)]).toEqual([address, true]);
      expect(posted.headers.get('Set-Cookie')).toBeNull();
    }
  });

  it.each(listPaths('staff'))('answers %s on the staff listener', async (path) => {
    const response = await get(`${staffOrigin}${addressOf(path)}`);
    // Not signed in: a way to the log-in or a refusal; an invitation that does not exist is gone.
    expect([200, 302, 401, 403, ...(path === '/join/:token' ? [404, 410] : [])]).toContain(response.status);
  });

  it.each(listPaths('public'))('shows %s the same way on both, to read', async (path) => {
    const [outside, inside] = await Promise.all(
      [publicOrigin, staffOrigin].map((origin) => get(`${origin}${addressOf(path)}`)),
    );
    expect(inside?.status).toBe(outside?.status);
    const posted = await postForm(`${staffOrigin}${addressOf(path)}`, {});
    expect([path, posted.status]).toEqual([path, 405]);
  });

  it('logs staff in on their own listener, for it alone', async () => {
    const response = await postForm(`${staffOrigin}/login`, demoLogin('staff'));
    expect(response.status).toBe(303);
    const Cookie = response.headers.get('Set-Cookie')?.split(';')[0] ?? '';
    const asStaff = (origin: string) => fetch(`${origin}/staff`, { headers: { Cookie }, redirect: 'manual' });
    expect((await asStaff(staffOrigin)).status).toBe(200);
    expect((await asStaff(publicOrigin)).status).toBe(404);
  });

  it('reads no upload on the public listener, whoever sends it', async () => {
    const login = await postForm(`${staffOrigin}/login`, demoLogin('staff'));
    const Cookie = login.headers.get('Set-Cookie')?.split(';')[0] ?? '';
    for (const headers of [{}, { Cookie }]) {
      const body = new FormData();
      body.append('file', new File(['x'.repeat(100_000)], 'x.csv'));
      const path = `/staff/rounds/${params.round}/frame`;
      const response = await fetch(`${publicOrigin}${path}`, {
        ...{ method: 'POST', headers, body, redirect: 'manual' },
      });
      expect(response.status).toBe(404);
    }
  });

  it('leads nobody to a log-in on the public listener, and has no scripts there', async () => {
    const [outside, inside] = await Promise.all(
      [publicOrigin, staffOrigin].map(async (origin) => (await get(`${origin}/`)).text()),
    );
    expect(outside).not.toContain('/login');
    expect(inside).toContain('href="/login"');
    const scripts = (await readdir('build/client/assets')).filter((name) => name.endsWith('.js'));
    expect(scripts.length).toBeGreaterThan(10);
    for (const name of scripts) {
      expect([name, (await get(`${publicOrigin}/assets/${name}`)).status]).toEqual([name, 404]);
    }
    const [first] = scripts;
    expect((await get(`${staffOrigin}/assets/${first}`)).status).toBe(200);
  });

  it.each(listPaths('public'))('shows %s without JavaScript', async (path) => {
    const page = await (await get(`${publicOrigin}${addressOf(path)}`)).text();
    expect(page).not.toMatch(/<script|\.js\b/);
    for (const [, file = ''] of page.matchAll(/(?:href|src)="(\/(?:assets\/|favicon)[^"]*)"/g)) {
      expect([file, (await get(`${publicOrigin}${file}`)).status]).toEqual([file, 200]);
    }
  });

  it('takes forms through a proxy that rewrites or shortens the Host header', async () => {
    const body = new URLSearchParams(demoLogin('staff')).toString();
    for (const Host of ['127.0.0.1', 'inner.example:3000']) {
      const headers = { ...formHeaders, Host, Origin: staffOrigin };
      const response = await sendRaw(`${staffOrigin}/login`, { method: 'POST', headers, body });
      expect([Host, response.status]).toEqual([Host, 303]);
    }
  });

  it('gives out links for staff on the office’s address, however the request was addressed', async () => {
    const login = await postForm(`${staffOrigin}/login`, demoLogin('admin'));
    const Cookie = login.headers.get('Set-Cookie')?.split(';')[0] ?? '';
    const response = await sendRaw(`${staffOrigin}/admin/people/new`, {
      method: 'POST',
      headers: { ...formHeaders, Cookie, Host: 'inner.example' },
      body: new URLSearchParams({ name: 'hanako', 'display-name': '花子', role: 'staff' }).toString(),
    });
    expect(response.text).toContain(`>${staffOrigin}/join/`);
  });

  it('tells residents nothing of a round that is being prepared', async () => {
    const login = await postForm(`${staffOrigin}/login`, demoLogin('staff'));
    const Cookie = login.headers.get('Set-Cookie')?.split(';')[0] ?? '';
    const draft = await postForm(
      `${staffOrigin}/staff/rounds/new`,
      { questionnaireId: 'residents' },
      { Cookie },
    );
    const id = draft.headers.get('Location')?.split('/')[3];
    expect(id).toBeDefined();
    for (const path of ['sent/0000-0000-0000', 'code/used', 'code/refused']) {
      const statusOf = async (round: string | undefined) =>
        (await get(`${publicOrigin}/s/${round}/${path}`)).status;
      expect([path, await statusOf(id), await statusOf(params.round)]).toEqual([path, 404, 200]);
    }
  });

  it('tells the public address, not the inner one, to residents', async () => {
    const login = await postForm(`${staffOrigin}/login`, demoLogin('staff'));
    const Cookie = login.headers.get('Set-Cookie')?.split(';')[0] ?? '';
    const page = await fetch(`${staffOrigin}/staff/rounds/${params.round}`, { headers: { Cookie } });
    expect(await page.text()).not.toContain(`${staffOrigin}/s/`);
  });
});
