import type { LoaderFunctionArgs } from '@remix-run/node';
import { loadRoundApi } from '#app/features/live/load-round-api.server.ts';
import { findAccount } from '#app/web/log-in/find-account.ts';
import { getOfficeRound } from '#app/web/office-round.ts';

/** The JSON twin of the live page; only for signed-in people. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  if (!(await findAccount(request, context))) {
    return Response.json({ error: 'ログインしてください。' }, { status: 401 });
  }
  const round = await getOfficeRound(context, params.round);
  return Response.json(await loadRoundApi(context, round), { headers: { 'Cache-Control': 'no-store' } });
}
