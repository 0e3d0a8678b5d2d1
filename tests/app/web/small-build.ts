import type { ServerBuild } from '@remix-run/node';
import type { RouteRow } from '#app/routes.ts';
import type { ServerRouteModule } from '#app/web/gate.ts';

type Routes = ServerBuild['routes'];
type AssetRoutes = ServerBuild['assets']['routes'];

/** A page without loader or action. */
export const plainPage: ServerRouteModule = { default: () => null };

const root: ServerRouteModule = { default: () => null, loader: () => 'data of the root' };

/** A server build of the rows, as Remix makes one, whose pages say no more than which route was rendered. */
export function buildOf(
  rows: readonly RouteRow[],
  moduleOf: (path: string) => ServerRouteModule = () => plainPage,
): ServerBuild {
  const ids = rows.map(([, module]) => `routes/${module.replace(/\.tsx?$/, '')}`);
  const routes = rows.map(([path], index) => ({
    id: ids[index] ?? '',
    parentId: 'root',
    ...(path === '/' ? { index: true } : { path }),
    module: moduleOf(path),
  }));
  return {
    mode: 'production',
    entry: { module: { default: renderName } },
    routes: byId<Routes[string]>([{ id: 'root', path: '', module: root }, ...routes]),
    assets: {
      entry: { imports: [], module: '' },
      routes: byId<AssetRoutes[string]>(ids.map((id) => ({ id, ...noParts, module: `/assets/${id}.js` }))),
      url: '',
      version: '',
    },
    publicPath: '/',
    assetsBuildDirectory: '',
    future: {
      v3_fetcherPersist: true,
      v3_relativeSplatPath: true,
      v3_throwAbortReason: true,
      v3_lazyRouteDiscovery: false,
      v3_singleFetch: true,
    },
    isSpaMode: false,
  };
}

const noParts = {
  hasAction: false,
  hasLoader: false,
  hasClientAction: false,
  hasClientLoader: false,
  hasErrorBoundary: false,
};

const byId = <Item extends { readonly id: string }>(items: readonly Item[]): Record<string, Item> =>
  Object.fromEntries(items.map((item) => [item.id, item]));

/** What a page says: the route that was rendered, or that an error page stands in its place. */
const renderName: ServerBuild['entry']['module']['default'] = (_request, status, headers, remix) => {
  const { errors, matches } = remix.staticHandlerContext;
  const text = errors ? 'error page' : `page of ${matches.at(-1)?.route.id}`;
  return new Response(text, { status, headers });
};
