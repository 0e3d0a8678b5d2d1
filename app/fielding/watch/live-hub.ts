import type { Log } from '#app/fielding/ports.ts';
import { type RoundPulse, readPulse } from '#app/fielding/watch/round-pulse.ts';
import type { Db } from '#db/connect.ts';

/** How often a watched round is looked at, in milliseconds: a count moves well within a second. */
const pollMs = 200;

type Watcher = (pulse: RoundPulse) => void;

/** Tells live pages when a round moves; a round that nobody watches costs nothing. */
export interface LiveHub {
  /** Calls back with every change of a round until the returned function is called. */
  readonly watch: (roundId: string, watcher: Watcher) => () => void;
  readonly close: () => void;
}

interface Watched {
  readonly watchers: Set<Watcher>;
  last: RoundPulse | undefined;
}

export function createLiveHub({ db, log }: { readonly db: Db; readonly log: Log }): LiveHub {
  const rounds = new Map<string, Watched>();
  let timer: NodeJS.Timeout | undefined;

  async function look(roundId: string, watched: Watched): Promise<void> {
    const pulse = await readPulse(db, roundId);
    const last = watched.last;
    watched.last = pulse;
    if (!pulse || (last && isSame(last, pulse))) return;
    for (const watcher of watched.watchers) watcher(pulse);
  }

  async function lookAtAll(): Promise<void> {
    try {
      for (const [roundId, watched] of rounds) await look(roundId, watched);
    } catch (error) {
      log.warn({ err: error }, 'live pages could not look at their rounds');
    }
    timer = rounds.size > 0 ? setTimeout(lookAtAll, pollMs) : undefined;
    timer?.unref();
  }

  return {
    watch(roundId, watcher) {
      const watched: Watched = rounds.get(roundId) ?? { watchers: new Set(), last: undefined };
      rounds.set(roundId, watched);
      watched.watchers.add(watcher);
      timer ??= setTimeout(lookAtAll, 0);
      return () => {
        watched.watchers.delete(watcher);
        if (watched.watchers.size === 0) rounds.delete(roundId);
      };
    },
    close() {
      rounds.clear();
      clearTimeout(timer);
    },
  };
}

const isSame = (a: RoundPulse, b: RoundPulse) =>
  a.nAnswers === b.nAnswers && a.version === b.version && a.state === b.state;
