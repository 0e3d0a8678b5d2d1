import type { LoaderFunctionArgs } from '@remix-run/node';
import { requireAccount } from '#app/.server/account-gate.ts';
import { getOfficeRound } from '#app/.server/office-round.ts';
import { streamLiveEvents } from '#app/features/live/live-events.server.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireAccount(request, context, ['staff', 'manager']);
  return streamLiveEvents(request, context, await getOfficeRound(context, params.round));
}
