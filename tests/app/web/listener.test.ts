import { describe, expect, it } from 'vitest';
import { type RouteRow, routeTable } from '#app/routes.ts';
import { createHttpServer } from '#app/web/http-server.ts';
import { buildFor } from '#app/web/listener.ts';
import { useOffice } from '#tests/app/routes/staff/office-context.ts';
import { buildOf } from '#tests/app/web/small-build.ts';

const getOffice = useOffice();

const idsOf = (rows: readonly RouteRow[]) => Object.keys(buildOf(rows).routes).filter((id) => id !== 'root');
const withParts = { default: () => null, loader: () => null, action: () => null };
const build = buildOf(routeTable, () => withParts);

describe('a listener', () => {
  it('of the public has no staff route at all, not even in its list of assets', () => {
    const served = buildFor('public', build, routeTable);
    const expected = idsOf(routeTable.filter(([, , zone]) => zone !== 'staff'));
    expect(Object.keys(served.routes)).toEqual(['root', ...expected]);
    expect(Object.keys(served.assets.routes)).toEqual(expected);
  });

  it('of staff shows public pages to read, and takes posts on staff pages only', () => {
    const served = buildFor('staff', build, routeTable);
    expect(Object.keys(served.routes)).toEqual(Object.keys(build.routes));
    const takers = Object.values(served.routes).filter(({ module }) => module.action !== undefined);
    expect(takers.map(({ id }) => id)).toEqual(idsOf(routeTable.filter(([, , zone]) => zone !== 'public')));
  });

  it.each(['all', 'staff'] as const)('of staff (%s) changes exactly the routes with roles', (zone) => {
    const served = buildFor(zone, build, routeTable);
    const gated = Object.values(served.routes).filter(({ module }) => module.loader !== withParts.loader);
    expect(gated.map(({ id }) => id)).toEqual([
      'root',
      ...idsOf(routeTable.filter(([, , , who]) => who !== 'everyone')),
    ]);
  });

  it('of the office alone has what leads past a log-in, or is used without one', () => {
    const office = /^\/(staff|manager|admin|account|login|logout|join|kiosk)(\/|$)/;
    const exposed = routeTable.filter(([path, , zone]) => office.test(path) && zone !== 'staff');
    expect(exposed).toEqual([]);
  });

  it('reads uploads of nobody but those whom the pages under /staff/ are open to', () => {
    const pages = routeTable.filter(([path]) => path.startsWith('/staff/'));
    const admitting = pages.filter(
      ([, , , who]) => who !== 'everyone' && who !== 'signed-in' && who.includes('staff'),
    );
    expect(admitting).toEqual(pages);
  });
});

// @ts-expect-error A row without roles is no row.
const withoutRoles: RouteRow = ['/staff', 'staff/rounds.tsx', 'staff'];
// @ts-expect-error A list of nobody is no list of roles.
const forNobody: RouteRow = ['/staff', 'staff/rounds.tsx', 'staff', []];
// @ts-expect-error There is no such role.
const forMayors: RouteRow = ['/staff', 'staff/rounds.tsx', 'staff', ['staff', 'mayor']];
// @ts-expect-error There is no such word for whoever may use a route.
const forAnyone: RouteRow = ['/staff', 'staff/rounds.tsx', 'staff', 'anyone'];
// @ts-expect-error The public listener has no log-in.
const inPublic: RouteRow = ['/staff', 'staff/rounds.tsx', 'public', ['staff']];
// @ts-expect-error There is no such listener.
const nowhere: RouteRow = ['/staff', 'staff/rounds.tsx', 'office', 'everyone'];

describe('a server does not start', () => {
  const home: RouteRow = ['/', 'public/home.tsx', 'public', 'everyone'];
  const staff: RouteRow = ['/staff', 'staff/rounds.tsx', 'staff', ['staff']];
  const people: RouteRow = ['/admin/people', 'admin/people.tsx', 'staff', ['admin']];
  const small = buildOf([home, staff]);

  it.each([
    ['that has no roles', withoutRoles],
    ['that is for nobody', forNobody],
    ['with an unknown role', forMayors],
    ['for people of an unknown kind', forAnyone],
    ['behind the log-in, but public', inPublic],
    ['of an unknown listener', nowhere],
  ])('with a row %s', (_, row) => {
    expect(() => buildFor('all', small, [home, row])).toThrow('/staff routes/staff/rounds: 区分か役割');
  });

  it('with a built route that has no row, or one with another address or module', () => {
    const start = (table: readonly RouteRow[]) => () => buildFor('all', small, table);
    expect(start([home])).toThrow('/staff routes/staff/rounds: 表にありません');
    const elsewhere: RouteRow = ['/office', 'staff/rounds.tsx', 'staff', ['staff']];
    expect(start([home, elsewhere])).toThrow('/staff routes/staff/rounds: 表にありません');
    const replaced: RouteRow = ['/staff', 'staff/round.tsx', 'staff', ['staff']];
    expect(start([home, replaced])).toThrow('/staff routes/staff/rounds: 表にありません');
  });

  it('with a row that was not built, or two of one route', () => {
    expect(() => buildFor('all', small, [home, staff, people])).toThrow(
      '/admin/people routes/admin/people: ビルド',
    );
    const again: RouteRow = ['/staff', 'staff/rounds.tsx', 'staff', 'everyone'];
    expect(() => buildFor('all', small, [home, staff, again])).toThrow('/staff routes/staff/rounds: 表に2行');
  });

  it('and says everything that is wrong at once', () => {
    const start = () => buildFor('all', small, [forNobody, people]);
    expect(start).toThrow(/区分か役割.*\/ routes\/public\/home: 表に.*\/admin\/people/s);
  });

  it('whichever listener it would open', () => {
    const { services } = getOffice().context();
    const forgotten = buildOf([...routeTable, ['/forgotten', 'staff/forgotten.tsx', 'staff', 'signed-in']]);
    for (const zone of ['all', 'public', 'staff'] as const) {
      const listener = { zone, origin: undefined, trustProxy: false };
      expect(() => createHttpServer(forgotten, services, listener)).toThrow('/forgotten');
      expect(() => createHttpServer(build, services, listener)).not.toThrow();
    }
  });
});
