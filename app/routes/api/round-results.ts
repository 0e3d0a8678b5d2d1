import type { LoaderFunctionArgs } from '@remix-run/node';
import { loadRoundApi } from '#app/fielding/results/load-round-results.ts';
import { getOfficeRound } from '#app/web/office-round.ts';

/** The JSON twin of the live page. */
export async function loader({ params, context }: LoaderFunctionArgs) {
  const round = await getOfficeRound(context, params.round);
  return Response.json(await loadRoundApi(context.services, round), {
    headers: { 'Cache-Control': 'no-store' },
  });
}
