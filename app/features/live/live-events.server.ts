import type { AppLoadContext } from '@remix-run/node';
import { streamRoundEvents } from '#app/.server/round-events.ts';
import { loadLiveView } from '#app/features/live/load-live-view.server.ts';
import type { Round } from '#surveys/round/round.ts';

/** The event stream of a round's live page: every answer counts, figures move with the tally. */
export function streamLiveEvents(request: Request, context: AppLoadContext, round: Round): Response {
  return streamRoundEvents(request, context, {
    roundId: round.id,
    load: () => loadLiveView(context, round),
  });
}
