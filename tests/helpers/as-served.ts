import type { ActionFunctionArgs, LoaderFunctionArgs } from '@remix-run/node';
import { routeTable } from '#app/routes.ts';
import { behindGate } from '#app/web/gate.ts';

/**
 * A loader or an action as the server calls it: behind the gate of its row in app/routes.ts.
 * @throws {Error} when the table has no such path, or opens it to everyone
 */
export function asServed<Args extends LoaderFunctionArgs | ActionFunctionArgs, Answer>(
  path: string,
  run: (args: Args) => Promise<Answer> | Answer,
): (args: Args) => Promise<Answer> {
  const row = routeTable.find(([address]) => address === path);
  if (!row || row[3] === 'everyone') throw new Error(`app/routes.ts has no gate before ${path}`);
  return behindGate(row, run);
}
