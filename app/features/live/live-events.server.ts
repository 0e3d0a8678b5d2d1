import type { AppLoadContext } from '@remix-run/node';
import { loadLiveView } from '#app/features/live/load-live-view.server.ts';
import { streamRoundEvents } from '#app/web/round-events.ts';
import type { Round } from '#surveys/round/round.ts';

/** The event stream of a round's live page: every answer counts, figures move with the tally. */
export function streamLiveEvents(request: Request, context: AppLoadContext, round: Round): Response {
  return streamRoundEvents(request, context, {
    roundId: round.id,
    load: () => loadLiveView(context, round),
  });
}
