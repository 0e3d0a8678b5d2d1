import type { AppLoadContext } from '@remix-run/node';
import { loadLiveView } from '#app/features/live/load-live-view.server.ts';
import type { Round } from '#surveys/round/round.ts';

/** Figures are computed at most this often for a watcher, in milliseconds. */
const figuresEveryMs = 1000;
/** A line of comment this often keeps proxies from closing a quiet stream. */
const keepAliveMs = 15_000;

/**
 * The event stream of a round: `count` with every change of the number of answers, `figures` when the tally
 * has moved. The browser reconnects by itself when the stream ends.
 */
export function streamLiveEvents(request: Request, context: AppLoadContext, round: Round): Response {
  const encoder = new TextEncoder();
  let stop = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const sendEvent = (event: string, value: unknown) =>
        send(`event: ${event}\ndata: ${JSON.stringify(value)}\n\n`);
      const sender = createFiguresSender(async () =>
        sendEvent('figures', await loadLiveView(context, round)),
      );
      let shown: string | undefined;
      const unwatch = context.services.liveHub.watch(round.id, (pulse) => {
        sendEvent('count', { nAnswers: pulse.nAnswers });
        const figures = `${pulse.version} ${pulse.state}`;
        if (figures !== shown) sender.request();
        shown = figures;
      });
      const keepAlive = setInterval(() => send(': \n\n'), keepAliveMs);
      stop = () => {
        unwatch();
        sender.stop();
        clearInterval(keepAlive);
      };
      request.signal.addEventListener('abort', () => {
        stop();
        controller.close();
      });
      send('retry: 1000\n\n');
    },
    cancel: () => stop(),
  });
  return new Response(body, {
    headers: { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store', 'X-Accel-Buffering': 'no' },
  });
}

/** Sends at once, then no more often than the figures may be computed; what comes between is sent together. */
function createFiguresSender(send: () => Promise<void>) {
  let timer: NodeJS.Timeout | undefined;
  let isWanted = false;
  let isStopped = false;
  const run = async () => {
    timer = setTimeout(() => {
      timer = undefined;
      if (isWanted) void run();
    }, figuresEveryMs);
    isWanted = false;
    if (!isStopped) await send();
  };
  return {
    request() {
      isWanted = true;
      if (!timer) void run();
    },
    stop() {
      isStopped = true;
      isWanted = false;
      clearTimeout(timer);
    },
  };
}
