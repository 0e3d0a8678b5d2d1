import type { LoaderFunctionArgs } from '@remix-run/node';
import { streamLiveEvents } from '#app/features/live/live-events.server.ts';
import { requireAccount } from '#app/web/log-in/find-account.ts';
import { getOfficeRound } from '#app/web/office-round.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  await requireAccount(request, context, ['staff', 'manager']);
  return streamLiveEvents(request, context, await getOfficeRound(context, params.round));
}
