import type { ServerBuild } from '@remix-run/node';

/**
 * On which listener a route is known, where staff have one of their own. Tablets at the counter belong to the
 * office: staff pair them, and their cookie is worth something on the office's address only.
 */
export type Zone = 'public' | 'staff' | 'both';

/** The zone of every path of app/routes.ts; a path without one is known to staff only. */
export const routeZones: Readonly<Record<string, Zone>> = {
  '/': 'public',
  '/plans/:plan/evaluations/:fiscalYear': 'public',
  '/plans/:plan/evaluations/:fiscalYear/sections/:section': 'public',
  '/s/:round': 'public',
  '/s/:round/p/:page': 'public',
  '/s/:round/review': 'public',
  '/s/:round/sent/:receipt': 'public',
  '/s/:round/code/:state': 'public',
  '/c': 'public',
  '/c/:code': 'public',
  '/login': 'staff',
  '/login/code': 'staff',
  '/logout': 'staff',
  '/join/:token': 'staff',
  '/account': 'staff',
  '/account/password': 'staff',
  '/account/second-step': 'staff',
  '/admin/people': 'staff',
  '/admin/people/new': 'staff',
  '/admin/people/:person': 'staff',
  '/admin/audit': 'staff',
  '/admin/audit.csv': 'staff',
  '/staff': 'staff',
  '/staff/rounds/new': 'staff',
  '/staff/rounds/:round': 'staff',
  '/staff/rounds/:round/setup/:step': 'staff',
  '/staff/rounds/:round/preview': 'staff',
  '/staff/rounds/:round/records': 'staff',
  '/staff/rounds/:round/paper': 'staff',
  '/staff/rounds/:round/keying': 'staff',
  '/staff/rounds/:round/keying/mismatches': 'staff',
  '/staff/rounds/:round/import': 'staff',
  '/staff/rounds/:round/import/template': 'staff',
  '/staff/rounds/:round/import/:job': 'staff',
  '/staff/rounds/:round/frame': 'staff',
  '/staff/rounds/:round/frame/samples/:file': 'staff',
  '/staff/rounds/:round/codes': 'staff',
  '/staff/rounds/:round/codes/:batch/letters': 'staff',
  '/staff/rounds/:round/codes/:batch/forms': 'staff',
  '/staff/rounds/:round/codes/:batch/sheet/:format': 'staff',
  '/staff/rounds/:round/reminder/:format': 'staff',
  '/staff/rounds/:round/invitees': 'staff',
  '/staff/rounds/:round/dashboard': 'staff',
  '/staff/rounds/:round/dashboard/events': 'staff',
  '/staff/devices': 'staff',
  '/kiosk': 'staff',
  '/kiosk/answers': 'staff',
  '/kiosk/code': 'staff',
  '/manager': 'staff',
  '/manager/rounds/:round': 'staff',
  '/manager/rounds/:round/approval': 'staff',
  '/manager/rounds/:round/events': 'staff',
  '/manager/rounds/:round/indicators/:indicator': 'staff',
  '/api/v1/plans/:plan/evaluations/:fiscalYear': 'public',
  '/api/v1/rounds/:round/results': 'staff',
  '/api/health': 'both',
  '/refused/:status': 'both',
  '*': 'both',
};

/** Which routes a listener knows: `all` where there is only one. */
export type ListenerZone = 'all' | 'public' | 'staff';

type ServerRoute = ServerBuild['routes'][string];

/**
 * The build as one listener knows it. The public one has no staff route at all, so that nothing of it can be
 * reached however an address is written. The staff one shows public pages, too, but takes no answers there.
 */
export function limitBuild(build: ServerBuild, listener: ListenerZone): ServerBuild {
  if (listener === 'all') return build;
  const known = Object.entries(build.routes).flatMap(([id, route]): [string, ServerRoute][] => {
    if (!route) return [];
    const zone = zoneOf(route);
    if (zone === 'both' || zone === listener) return [[id, route]];
    return listener === 'staff' ? [[id, withoutAction(route)]] : [];
  });
  const ids = new Set(known.map(([id]) => id));
  const assetRoutes = Object.entries(build.assets.routes).filter(([id]) => ids.has(id));
  return {
    ...build,
    routes: Object.fromEntries(known),
    assets: { ...build.assets, routes: Object.fromEntries(assetRoutes) },
  };
}

/** The zone of a built route; its root, which every page stands in, is everywhere. */
function zoneOf({ id, path, index }: ServerRoute): Zone {
  if (id === 'root') return 'both';
  if (path === '*') return routeZones['*'] ?? 'staff';
  const written = index ? '/' : `/${(path ?? '').replace(/^\//, '')}`;
  return routeZones[written] ?? 'staff';
}

function withoutAction(route: ServerRoute): ServerRoute {
  const { action: _action, ...module } = route.module;
  return { ...route, module };
}
