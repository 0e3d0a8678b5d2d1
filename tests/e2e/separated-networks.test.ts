import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { routeZones } from '#app/.server/route-zones.ts';
import { routeTable } from '#app/routes.ts';
import { demoLogin, postForm, startAppServer } from '#tests/helpers/app-server.ts';
import { createTestDatabase } from '#tests/helpers/databases.ts';

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

const listPaths = (zone: string) =>
  routeTable.map(([path]) => path).filter((path) => routeZones[path] === zone && path !== '*');

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

  it('tells the public address, not the inner one, to residents', async () => {
    const login = await postForm(`${staffOrigin}/login`, demoLogin('staff'));
    const Cookie = login.headers.get('Set-Cookie')?.split(';')[0] ?? '';
    const page = await fetch(`${staffOrigin}/staff/rounds/${params.round}`, { headers: { Cookie } });
    expect(await page.text()).not.toContain(`${staffOrigin}/s/`);
  });
});
