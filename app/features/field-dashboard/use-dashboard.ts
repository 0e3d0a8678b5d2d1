import { useEffect, useState } from 'react';
import type { DashboardView } from '#app/fielding/watch/dashboard.ts';

export interface DashboardState {
  readonly view: DashboardView;
  /** Whether the line to the server stands: `static` until the page's script has run. */
  readonly line: 'static' | 'connected' | 'reconnecting';
}

/** Keeps the dashboard moving by server-sent events; the browser reconnects by itself after a broken line. */
export function useDashboard(initial: DashboardView, eventsUrl: string): DashboardState {
  const [view, setView] = useState(initial);
  const [line, setLine] = useState<DashboardState['line']>('static');
  useEffect(() => {
    const events = new EventSource(eventsUrl);
    events.addEventListener('open', () => setLine('connected'));
    events.addEventListener('error', () => setLine('reconnecting'));
    events.addEventListener('figures', ({ data }) => setView(JSON.parse(data) as DashboardView));
    return () => events.close();
  }, [eventsUrl]);
  return { view, line };
}
