import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireAccount } from '#app/.server/account-gate.ts';
import { getOfficeRound } from '#app/.server/office-round.ts';
import { streamRoundEvents } from '#app/.server/round-events.ts';
import { loadDashboard } from '#app/features/field-dashboard/load-dashboard.server.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireAccount(request, context, ['staff']);
  const round = await getOfficeRound(context, params.round);
  return streamRoundEvents(request, context, {
    roundId: round.id,
    load: () => loadDashboard(context, round),
    isEveryAnswer: true,
  });
}
