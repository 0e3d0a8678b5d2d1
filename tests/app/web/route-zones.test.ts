import type { ServerBuild } from '@remix-run/node';
import { expect, it } from 'vitest';
import { routeTable } from '#app/routes.ts';
import { limitBuild, routeZones } from '#app/web/route-zones.ts';

const paths = routeTable.map(([path]) => path);

it('knows the zone of every route: a new one has to be given its own', () => {
  expect(paths.filter((path) => routeZones[path] === undefined)).toEqual([]);
  expect(Object.keys(routeZones).filter((path) => !paths.includes(path))).toEqual([]);
});

it('keeps every page that stands behind the log-in away from the public', () => {
  const office = /^\/(staff|manager|admin|account|login|logout|join|kiosk)(\/|$)/;
  const exposed = paths.filter((path) => office.test(path) && routeZones[path] !== 'staff');
  expect(exposed).toEqual([]);
});

/** A build of the whole route table whose modules all take posts. */
const build = {
  routes: Object.fromEntries(
    [['root', undefined] as const, ...paths.map((path) => [`routes${path}`, path] as const)].map(
      ([id, path]) => [
        id,
        {
          id,
          parentId: id === 'root' ? undefined : 'root',
          ...(path === '/' ? { index: true } : { path: path?.replace(/^\//, '') }),
          module: { default: () => null, action: () => null },
        },
      ],
    ),
  ),
  assets: { routes: Object.fromEntries(paths.map((path) => [`routes${path}`, { id: path }])) },
} as unknown as ServerBuild;

it('leaves the public listener without any staff route, not even in its list of assets', () => {
  const limited = limitBuild(build, 'public');
  const expected = paths.filter((path) => routeZones[path] !== 'staff').map((path) => `routes${path}`);
  expect(Object.keys(limited.routes)).toEqual(['root', ...expected]);
  expect(Object.keys(limited.assets.routes)).toEqual(expected);
});

it('lets the staff listener read public pages and post to staff pages only', () => {
  const limited = limitBuild(build, 'staff');
  expect(Object.keys(limited.routes)).toEqual(Object.keys(build.routes));
  for (const path of paths) {
    const { module } = limited.routes[`routes${path}`] ?? {};
    expect([path, module !== undefined && 'action' in module]).toEqual([path, routeZones[path] !== 'public']);
  }
});

it('changes nothing where there is one listener', () => {
  expect(limitBuild(build, 'all')).toBe(build);
});
