import type { LoaderFunctionArgs } from '@remix-run/node';
import { loadDashboard } from '#app/fielding/watch/dashboard.ts';
import { getOfficeRound } from '#app/web/office-round.ts';
import { streamRoundEvents } from '#app/web/round-events.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const round = await getOfficeRound(context, params.round);
  return streamRoundEvents(request, context, {
    roundId: round.id,
    load: () => loadDashboard(context.services, round),
    isEveryAnswer: true,
  });
}
