import type { LoaderFunctionArgs } from '@remix-run/node';
import { streamLiveEvents } from '#app/features/live/live-events.server.ts';
import { getOfficeRound } from '#app/web/office-round.ts';

export async function loader({ request, params, context }: LoaderFunctionArgs) {
  return streamLiveEvents(request, context, await getOfficeRound(context, params.round));
}
