import { useEffect, useState } from 'react';
import type { LiveView } from '#app/fielding/watch/live-view.ts';

export interface LiveState {
  readonly view: LiveView;
  /** Whether the line to the server stands: `static` until the page's script has run. */
  readonly line: 'static' | 'connected' | 'reconnecting';
}

/** Keeps a live view moving by server-sent events; the browser reconnects by itself after a broken line. */
export function useLiveView(initial: LiveView, eventsUrl: string): LiveState {
  const [view, setView] = useState(initial);
  const [line, setLine] = useState<LiveState['line']>('static');
  useEffect(() => {
    const events = new EventSource(eventsUrl);
    events.addEventListener('open', () => setLine('connected'));
    events.addEventListener('error', () => setLine('reconnecting'));
    events.addEventListener('count', ({ data }) => {
      const { nAnswers } = JSON.parse(data) as Pick<LiveView, 'nAnswers'>;
      setView((current) => ({ ...current, nAnswers }));
    });
    events.addEventListener('figures', ({ data }) => setView(JSON.parse(data) as LiveView));
    return () => events.close();
  }, [eventsUrl]);
  return { view, line };
}
