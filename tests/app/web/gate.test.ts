import { createRequestHandler } from '@remix-run/node';
import { beforeEach, describe, expect, it } from 'vitest';
import type { RouteRow } from '#app/routes.ts';
import { accountOf } from '#app/web/account-of.ts';
import type { ServerRouteModule } from '#app/web/gate.ts';
import { buildFor } from '#app/web/listener.ts';
import { type Role, roles, updateAccountRole } from '#db/queries/account.ts';
import { startOfTests, useOffice } from '#tests/app/routes/staff/office-context.ts';
import { buildOf, plainPage } from '#tests/app/web/small-build.ts';

const getOffice = useOffice();

const table: readonly RouteRow[] = [
  ['/notices', 'notices.tsx', 'public', 'everyone'],
  ['/notes', 'notes.tsx', 'staff', ['staff']],
  ['/notes/empty', 'empty-note.tsx', 'staff', ['staff']],
  ['/notes/:note', 'note.tsx', 'staff', ['staff', 'manager']],
  ['/notes/demotion', 'demotion.tsx', 'staff', ['staff']],
  ['/notes.csv', 'notes-csv.ts', 'staff', ['staff']],
  ['/people', 'people.tsx', 'staff', ['admin']],
  ['/account', 'account.tsx', 'staff', 'signed-in'],
  ['/api/v1/notes', 'notes-api.ts', 'staff', 'signed-in'],
];

/** Whose code ran: each loader and action of the routes below says so here. */
let ran: string[] = [];
beforeEach(() => {
  ran = [];
});

const page: ServerRouteModule = {
  default: () => null,
  loader: ({ context }) => {
    ran.push(`loader for ${accountOf(context).name}`);
    return 'the secret of the office';
  },
  action: ({ context }) => {
    ran.push(`action for ${accountOf(context).name}`);
    return 'the secret was changed';
  },
};
const download: ServerRouteModule = {
  default: undefined,
  loader: ({ context }) => Response.json({ secret: accountOf(context).name }),
};
const modules: Readonly<Record<string, ServerRouteModule>> = {
  '/notices': { default: () => null, loader: ({ context }) => ({ hasAccount: 'account' in context }) },
  '/notes/empty': plainPage,
  '/notes/:note': {
    default: () => null,
    loader: () => {
      throw new Response(null, { status: 404 });
    },
  },
  '/notes/demotion': {
    ...page,
    action: async ({ context }) => {
      await updateAccountRole(context.services.db, { id: 'staff', role: 'manager' });
      return null;
    },
  },
  '/notes.csv': download,
  '/api/v1/notes': download,
};
const handle = createRequestHandler(
  buildFor(
    'all',
    buildOf(table, (path) => modules[path] ?? page),
    table,
  ),
  'test',
);

interface Answer {
  readonly status: number;
  readonly location: string | null;
  readonly text: string;
}

async function ask(role: Role | undefined, method: string, path: string): Promise<Answer> {
  const { request, context } = getOffice();
  const response = await handle(request(path, role, method), context());
  const { status, headers } = response;
  return { status, location: headers.get('Location'), text: await response.text() };
}

/** Every way of asking for a page, as a document and as data, whole or in part; and what the log-in leads back to. */
const ways = [
  ['GET', '/notes?sort=day', '/notes?sort=day'],
  ['HEAD', '/notes', '/notes'],
  ['POST', '/notes', '/notes'],
  ['POST', '/notes?index', '/notes'],
  ['GET', '/NOTES/', '/NOTES/'],
  ['POST', '/%6Eotes', '/%6Eotes'],
  ['GET', '/notes.data?sort=day', '/notes?sort=day'],
  ['GET', '/notes.data?_routes=routes%2Fnotes', '/notes'],
  ['GET', '/notes.data?_routes=root%2Croutes%2Fnotes', '/notes'],
  ['HEAD', '/notes.data', '/notes'],
  ['HEAD', '/notes.data?_routes=root', '/notes'],
  ['POST', '/notes.data', '/notes'],
  ['POST', '/notes.data?_routes=root', '/notes'],
] as const;

const loginFor = (path: string) => `/login?next=${encodeURIComponent(path)}`;

describe('the gate', () => {
  it.each(ways)('refuses another role before any code of the route runs (%s %s)', async (method, path) => {
    const { status, text } = await ask('manager', method, path);
    expect([status, ran]).toEqual([403, []]);
    expect(text).not.toMatch(/secret|page of/);
  });

  it.each(ways)('leads a stranger to the log-in before any code runs (%s %s)', async (method, path, back) => {
    const { status, location, text } = await ask(undefined, method, path);
    expect(ran).toEqual([]);
    if (!path.includes('.data')) expect([status, location]).toEqual([302, loginFor(back)]);
    // Data tells the client's router where to go.
    else if (method !== 'HEAD')
      expect([status, text]).toEqual([202, expect.stringContaining(loginFor(back))]);
    else expect([status, text]).toEqual([202, '']);
  });

  it.each(ways)('lets those in whom the row names, as themselves (%s %s)', async (method, path) => {
    const { status } = await ask('staff', method, path);
    expect(status).toBe(200);
    expect(new Set(ran)).toContain(`${method === 'POST' ? 'action' : 'loader'} for staff`);
  });

  it('stands before each loader, so that no part of a page comes without it', async () => {
    const { status, text } = await ask(undefined, 'GET', '/notes.data?_routes=root');
    expect([status, ran]).toEqual([200, []]);
    expect(text).toContain('data of the root');
    expect(text).not.toContain('secret');
  });

  it('closes a page that has no loader', async () => {
    expect(await ask(undefined, 'GET', '/notes/empty')).toMatchObject({
      status: 302,
      location: loginFor('/notes/empty'),
    });
    expect(await ask('manager', 'GET', '/notes/empty')).toMatchObject({ status: 403, text: 'error page' });
    expect(await ask('staff', 'GET', '/notes/empty')).toMatchObject({
      status: 200,
      text: 'page of routes/empty-note',
    });
    expect((await ask(undefined, 'GET', '/notes/empty.data')).text).toContain(loginFor('/notes/empty'));
  });

  it('closes downloads as it closes pages', async () => {
    expect(await ask(undefined, 'GET', '/notes.csv')).toMatchObject({
      status: 302,
      location: loginFor('/notes.csv'),
    });
    expect(await ask('manager', 'GET', '/notes.csv')).toMatchObject({ status: 403, text: '' });
    expect(await ask('staff', 'GET', '/notes.csv')).toMatchObject({
      status: 200,
      text: '{"secret":"staff"}',
    });
  });

  it('asks for the log-in before it tells whether something is there', async () => {
    expect((await ask(undefined, 'GET', '/notes/unknown')).location).toBe(loginFor('/notes/unknown'));
    expect((await ask('manager', 'GET', '/notes/unknown')).status).toBe(404);
  });

  it('lets admins in everywhere, and nobody else where only they may', async () => {
    for (const path of ['/notes', '/people', '/account']) {
      expect([path, (await ask('admin', 'POST', path)).status]).toEqual([path, 200]);
    }
    ran = [];
    for (const role of ['staff', 'manager'] as const) {
      expect((await ask(role, 'POST', '/people')).status).toBe(403);
    }
    expect(ran).toEqual([]);
  });

  it('takes any account where all who are signed in may, and no stranger', async () => {
    for (const role of roles) {
      expect([role, (await ask(role, 'GET', '/account')).status]).toEqual([role, 200]);
    }
    expect((await ask(undefined, 'GET', '/account')).location).toBe(loginFor('/account'));
  });

  it('answers programs 401 instead of leading them to a page', async () => {
    for (const method of ['GET', 'HEAD']) {
      expect(await ask(undefined, method, '/api/v1/notes')).toMatchObject({ status: 401, location: null });
    }
    expect((await ask(undefined, 'GET', '/api/v1/notes')).text).toBe('{"error":"ログインしてください。"}');
    expect((await ask('manager', 'GET', '/api/v1/notes')).text).toBe('{"secret":"manager"}');
  });

  it('takes no session that has ended, and no cookie that is none', async () => {
    const { setNow, context } = getOffice();
    setNow('2099-01-01T00:00:00.000Z');
    expect((await ask('admin', 'GET', '/notes')).status).toBe(302);
    setNow(startOfTests);
    const headers = { Cookie: 'koebako_session=made-up' };
    const response = await handle(new Request('http://localhost/notes', { headers }), context());
    expect([response.status, ran]).toEqual([302, []]);
  });

  it('judges by the role of now: what a post took away is not shown in its answer', async () => {
    const answer = await ask('staff', 'POST', '/notes/demotion');
    expect(answer).toMatchObject({ status: 403, text: 'error page' });
    expect(ran).toEqual([]);
    await updateAccountRole(getOffice().context().services.db, { id: 'staff', role: 'staff' });
  });

  it('leaves what is open to everyone as it is, without asking who comes', async () => {
    for (const role of [undefined, 'staff'] as const) {
      expect((await ask(role, 'GET', '/notices.data')).text).toMatch(/hasAccount.*false/);
    }
  });
});

describe('the account of a route', () => {
  it('is a fault of ours where the route is open to everyone', () => {
    expect(() => accountOf(getOffice().context())).toThrow('app/routes.ts opens this route to everyone');
  });
});
