import type { ServerBuild } from '@remix-run/node';
import type { RouteRow, Zone } from '#app/routes.ts';
import { gateModule, type ServerRouteModule } from '#app/web/gate.ts';
import { pairRows, rootId } from '#app/web/route-rows.ts';

/** Which routes a listener knows: `all` where there is only one. */
export type ListenerZone = 'all' | Exclude<Zone, 'both'>;

/**
 * The build as one listener serves it: every route behind the gate of its row. The public one has no staff route
 * at all, so that nothing of it can be reached however an address is written. The staff one shows public pages,
 * too, but takes no answers there.
 * @throws {Error} when table and build do not match, or a row is not whole
 */
export function buildFor(zone: ListenerZone, build: ServerBuild, table: readonly RouteRow[]): ServerBuild {
  const rows = pairRows(build, table);
  const known = Object.entries(build.routes).flatMap(([id, route]) => {
    const row = rows.get(id);
    if (row === undefined) return id === rootId ? [[id, route] as const] : [];
    return isKnown(zone, row)
      ? [[id, { ...route, module: moduleFor(zone, route.module, row) }] as const]
      : [];
  });
  const ids = new Set(known.map(([id]) => id));
  const assetRoutes = Object.entries(build.assets.routes).filter(([id]) => ids.has(id));
  return {
    ...build,
    routes: Object.fromEntries(known),
    assets: { ...build.assets, routes: Object.fromEntries(assetRoutes) },
  };
}

const isKnown = (zone: ListenerZone, [, , ofRoute]: RouteRow) => zone !== 'public' || ofRoute !== 'staff';

function moduleFor(zone: ListenerZone, module: ServerRouteModule, row: RouteRow): ServerRouteModule {
  if (row[3] !== 'everyone') return gateModule(module, row);
  return zone === 'staff' && row[2] === 'public' ? withoutAction(module) : module;
}

function withoutAction({ action: _action, ...module }: ServerRouteModule): ServerRouteModule {
  return module;
}
