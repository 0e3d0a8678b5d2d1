import type { LoaderFunctionArgs } from '@remix-run/node';
import { loadDashboard } from '#app/features/field-dashboard/load-dashboard.server.ts';
import { requireAccount } from '#app/web/log-in/find-account.ts';
import { getOfficeRound } from '#app/web/office-round.ts';
import { streamRoundEvents } from '#app/web/round-events.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireAccount(request, context, ['staff']);
  const round = await getOfficeRound(context, params.round);
  return streamRoundEvents(request, context, {
    roundId: round.id,
    load: () => loadDashboard(context, round),
    isEveryAnswer: true,
  });
}
