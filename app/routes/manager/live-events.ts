import type { LoaderFunctionArgs } from '@remix-run/node';
import { loadLiveView } from '#app/fielding/watch/live-view.ts';
import { getOfficeRound } from '#app/web/office-round.ts';
import { streamRoundEvents } from '#app/web/round-events.ts';

/** The events of a round's live page: its figures, whenever they have moved. */
export async function loader({ request, params, context }: LoaderFunctionArgs) {
  const round = await getOfficeRound(context, params.round);
  return streamRoundEvents(request, context, {
    roundId: round.id,
    load: () => loadLiveView(context.services, round),
  });
}
