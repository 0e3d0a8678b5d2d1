import { createLoop } from '#app/fielding/loop.ts';
import type { Log } from '#app/fielding/ports.ts';
import type { Db } from '#db/connect.ts';
import { findRoundStatus } from '#db/queries/round.ts';
import { nResponses } from '#db/queries/tally.ts';
import type { RoundState } from '#surveys/round/round.ts';

/** How often a watched round is looked at, in milliseconds: a count moves well within a second. */
const pollMs = 200;

/** What moves while a round is fielded: the count with each answer, the version with each mixed batch. */
interface RoundPulse {
  readonly nAnswers: number;
  readonly version: number;
  readonly state: RoundState;
}

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

/** A hub that looks at the rounds which somebody watches, and at nothing while nobody does. */
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

/** The present pulse of a round; undefined when it does not exist. */
async function readPulse(db: Db, roundId: string): Promise<RoundPulse | undefined> {
  const status = await findRoundStatus(db, roundId);
  if (!status) return undefined;
  return { nAnswers: await nResponses(db, roundId), version: status.version, state: status.state };
}
