import type { ServerBuild } from '@remix-run/node';
import { z } from 'zod';
import type { RouteRow } from '#app/routes.ts';
import { roles } from '#db/queries/account.ts';

type ServerRoute = ServerBuild['routes'][string];

/** The document that every page stands in: it has no row, and is open to everyone. */
export const rootId = 'root';

/**
 * The row of every built route but the root, by the route's id.
 * @throws {Error} naming every row without zone or roles, and every route that stands only in the table or only
 * in the build: nobody could say who may use it
 */
export function pairRows(build: ServerBuild, table: readonly RouteRow[]): ReadonlyMap<string, RouteRow> {
  const built = Object.values(build.routes).flatMap((route) =>
    route.id === rootId ? [] : [placeOfRoute(route)],
  );
  const written = table.map(placeOfRow);
  const problems = [
    ...problemsOf('malformed', table.filter((row) => !rowShape.safeParse(row).success).map(placeOfRow)),
    ...problemsOf(
      'repeated',
      written.filter((place, index) => written.indexOf(place) !== index),
    ),
    ...problemsOf(
      'rowless',
      built.filter((place) => !written.includes(place)),
    ),
    ...problemsOf(
      'unbuilt',
      written.filter((place) => !built.includes(place)),
    ),
  ];
  if (problems.length > 0) throw new Error([refusal, ...problems].join('\n'));
  return new Map(table.map((row) => [idOf(row), row]));
}

const refusal = 'アドレスの表 (app/routes.ts) と使う人の範囲が確かめられないため、起動を止めました。';

const problemWords = {
  malformed: '区分か役割が正しく書かれていません (zone or roles are missing or unknown)',
  repeated: '表に2行あります (two rows)',
  rowless: '表にありません (built, but without a row)',
  unbuilt: 'ビルドにありません。先に `npm run build` を実行してください (not built)',
};

const problemsOf = (problem: keyof typeof problemWords, places: readonly string[]) =>
  places.map((place) => `  ${place}: ${problemWords[problem]}`);

const role = z.enum(roles);
const insiders = z.union([z.literal('signed-in'), z.tuple([role], role)]);
const rowShape = z.union([
  z.tuple([z.string(), z.string(), z.enum(['public', 'staff', 'both']), z.literal('everyone')]),
  z.tuple([z.string(), z.string(), z.literal('staff'), insiders]),
]);

/** The id that Remix gives a route: its module without the ending. */
const idOf = ([, module]: RouteRow) => `routes/${module.replace(/\.tsx?$/, '')}`;

/** Address and id of a row, which a built route has as well. */
const placeOfRow = (row: RouteRow) => `${row[0]} ${idOf(row)}`;

const placeOfRoute = ({ id, path = '' }: ServerRoute) =>
  `${path === '*' ? path : `/${path.replace(/^\//, '')}`} ${id}`;
