import {
  type ActionFunctionArgs,
  type LoaderFunctionArgs,
  redirect,
  type ServerBuild,
} from '@remix-run/node';
import type { GatedRow, Insiders } from '#app/routes.ts';
import { findAccount } from '#app/web/log-in/find-account.ts';
import type { Account } from '#db/queries/account.ts';

export type ServerRouteModule = ServerBuild['routes'][string]['module'];
type RouteArgs = LoaderFunctionArgs | ActionFunctionArgs;

/** Whether an account is one of those whom something is open to; admins may do everything. */
export const isAmong = ({ role }: Account, insiders: Insiders): boolean =>
  insiders === 'signed-in' || role === 'admin' || insiders.includes(role);

/**
 * A route as only those in its row can use it: its loader and action stand behind the gate. A page without a
 * loader gets one, so that it is not rendered for others, either.
 */
export function gateModule(module: ServerRouteModule, row: GatedRow): ServerRouteModule {
  const { loader = loadNothing, action } = module;
  return {
    ...module,
    loader: behindGate(row, loader),
    ...(action && { action: behindGate(row, action) }),
  };
}

const loadNothing = () => null;

/**
 * A loader or an action that runs once the request's account was found and may use the route; it takes the
 * account from its context (`accountOf`).
 * @throws {Response} before it runs: without a session a redirect to the log-in, or 401 where programs ask; 403
 * with another role
 */
export const behindGate =
  <Args extends RouteArgs, Answer>(row: GatedRow, run: (args: Args) => Promise<Answer> | Answer) =>
  async (args: Args): Promise<Answer> =>
    run({ ...args, context: { ...args.context, account: await admit(args, row) } });

async function admit({ request, context }: RouteArgs, [path, , , insiders]: GatedRow): Promise<Account> {
  const account = await findAccount(request, context);
  if (!account) throw path.startsWith('/api/') ? refuseProgram() : leadToLogin(request);
  if (!isAmong(account, insiders)) throw new Response(null, { status: 403 });
  return account;
}

const refuseProgram = () => Response.json({ error: 'ログインしてください。' }, { status: 401 });

function leadToLogin(request: Request): Response {
  const { pathname, search } = new URL(request.url);
  return redirect(`/login?next=${encodeURIComponent(pathname + search)}`);
}
