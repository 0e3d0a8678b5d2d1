import type { AppLoadContext } from '@remix-run/node';
import { findAccount } from '#app/web/log-in/find-account.ts';

/** Figures are computed at most this often for a watcher, in milliseconds. */
const figuresEveryMs = 1000;
/**
 * A line of comment this often keeps proxies from closing a quiet stream; the stream of somebody who was signed out
 * meanwhile ends.
 */
const keepAliveMs = 15_000;

const headers = {
  'Content-Type': 'text/event-stream',
  'Cache-Control': 'no-store',
  'X-Accel-Buffering': 'no',
};

export interface RoundEvents {
  readonly roundId: string;
  /** Computes what the page shows, as it stands now. */
  readonly load: () => Promise<unknown>;
  /** Also with every answer, not only when the tally or the state has moved. */
  readonly isEveryAnswer?: boolean;
}

/**
 * The event stream of a page that watches a round: `count` with every change of the number of answers,
 * `figures` when what the page shows has moved. The browser reconnects by itself when the stream ends.
 */
export function streamRoundEvents(request: Request, context: AppLoadContext, watched: RoundEvents): Response {
  // A request for the head alone reads no stream and ends none: it would watch until the log-in is over.
  if (request.method === 'HEAD') return new Response(null, { headers });
  const { roundId, load, isEveryAnswer = false } = watched;
  const encoder = new TextEncoder();
  let stop = () => {};
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      const send = (text: string) => controller.enqueue(encoder.encode(text));
      const sendEvent = (event: string, value: unknown) =>
        send(`event: ${event}\ndata: ${JSON.stringify(value)}\n\n`);
      const sender = createFiguresSender({
        async load() {
          const figures = await load();
          return () => sendEvent('figures', figures);
        },
        onFailed: (error) =>
          context.services.log.warn(
            { err: error, roundId },
            'live figures could not be computed; tried again',
          ),
      });
      let shown: string | undefined;
      const unwatch = context.services.liveHub.watch(roundId, (pulse) => {
        sendEvent('count', { nAnswers: pulse.nAnswers });
        const figures = `${pulse.version} ${pulse.state} ${isEveryAnswer ? pulse.nAnswers : ''}`;
        if (figures !== shown) sender.request();
        shown = figures;
      });
      const keepAlive = setInterval(() => void keepOpen(), keepAliveMs);
      let isOpen = true;
      stop = () => {
        isOpen = false;
        unwatch();
        sender.stop();
        clearInterval(keepAlive);
      };
      const end = () => {
        if (!isOpen) return;
        stop();
        controller.close();
      };
      const keepOpen = async () => {
        const isSignedIn = await findAccount(request, context).catch(() => undefined);
        if (!isSignedIn) end();
        else if (isOpen) send(': \n\n');
      };
      request.signal.addEventListener('abort', end);
      send('retry: 1000\n\n');
    },
    cancel: () => stop(),
  });
  return new Response(body, { headers });
}

interface FiguresSource {
  readonly load: () => Promise<() => void>;
  readonly onFailed: (error: unknown) => void;
}

/** Computes at once, then no more often than allowed; what comes between, or failed, is sent with the next. */
function createFiguresSender({ load, onFailed }: FiguresSource) {
  let timer: NodeJS.Timeout | undefined;
  let isWanted = false;
  let isStopped = false;
  const run = async () => {
    timer = setTimeout(() => {
      timer = undefined;
      if (isWanted) void run();
    }, figuresEveryMs);
    isWanted = false;
    try {
      const send = isStopped ? undefined : await load();
      // The watcher may have left while the figures were computed: its stream is closed by now.
      if (!isStopped) send?.();
    } catch (error) {
      onFailed(error);
      if (!isStopped) request();
    }
  };
  const request = () => {
    isWanted = true;
    if (!timer) void run();
  };
  return {
    request,
    stop() {
      isStopped = true;
      isWanted = false;
      clearTimeout(timer);
    },
  };
}
