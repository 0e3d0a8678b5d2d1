import { createLoop } from '#app/fielding/loop.ts';
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
  /** Looks at nothing any more. */
  readonly close: () => Promise<void>;
}

interface Watched {
  readonly watchers: Set<Watcher>;
  last: RoundPulse | undefined;
}

export function createLiveHub({ db, log }: { readonly db: Db; readonly log: Log }): LiveHub {
  const rounds = new Map<string, Watched>();

  async function look(roundId: string, watched: Watched): Promise<void> {
    const pulse = await readPulse(db, roundId);
    const last = watched.last;
    watched.last = pulse;
    if (!pulse || (last && isSame(last, pulse))) return;
    for (const watcher of watched.watchers) watcher(pulse);
  }

  const loop = createLoop({
    async turn() {
      for (const [roundId, watched] of rounds) await look(roundId, watched);
      return rounds.size > 0 ? pollMs : 'until-nudged';
    },
    onError: (error) => log.warn({ err: error }, 'live pages could not look at their rounds'),
    restAfterError: pollMs,
  });

  return {
    watch(roundId, watcher) {
      const watched: Watched = rounds.get(roundId) ?? { watchers: new Set(), last: undefined };
      // Where rounds are watched already, the next look comes soon enough: watchers must not make looks more frequent.
      if (rounds.size === 0) loop.nudge();
      rounds.set(roundId, watched);
      watched.watchers.add(watcher);
      return () => {
        watched.watchers.delete(watcher);
        if (watched.watchers.size === 0) rounds.delete(roundId);
      };
    },
    close() {
      rounds.clear();
      return loop.stop();
    },
  };
}

const isSame = (a: RoundPulse, b: RoundPulse) =>
  a.nAnswers === b.nAnswers && a.version === b.version && a.state === b.state;
