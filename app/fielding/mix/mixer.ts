import { createLoop } from '#app/fielding/loop.ts';
import { type MixingInput, mixRound } from '#app/fielding/mix/mix-round.ts';
import type { Log } from '#app/fielding/ports.ts';
import type { Db } from '#db/connect.ts';
import { findRound } from '#db/queries/round.ts';
import type { Randomness } from '#db/randomness.ts';
import { mixingMinimum } from '#surveys/round/anonymity.ts';

/** Until a round is looked at again that somebody else had in hand. */
const busyRestMs = 100;

/** Moves accepted answers, in shuffled batches, into the responses and the tally. */
export interface Mixer {
  /** Mixes a round soon, if enough answers wait; never fails the one who asks. */
  readonly nudge: (roundIds: ReadonlySet<string>) => void;
  /** Mixes whatever waits: at closing, when no batch will fill up any more. */
  readonly mixRest: (roundId: string) => Promise<void>;
  /** Takes no nudge any more; resolves when what was asked for is done. What waits stays safely where it is. */
  readonly stop: () => Promise<void>;
}

interface MixerOptions {
  readonly db: Db;
  readonly log: Log;
  readonly randomness: Randomness;
}

/** A mixer at rest: it mixes the rounds that it is told of. */
export function createMixer({ db, log, randomness }: MixerOptions): Mixer {
  const waiting = new Set<string>();

  /** Mixes as long as enough answers wait; false when somebody else has the round in hand. */
  async function mix(roundId: string, how: 'usual' | 'rest'): Promise<boolean> {
    const round = await findRound(db, roundId);
    if (!round) return true;
    const batch: MixingInput =
      how === 'usual'
        ? { roundId, minimum: mixingMinimum(round.audience), randomness }
        : { roundId, minimum: 1, randomness, whenBusy: 'wait' };
    for (;;) {
      const { kind } = await mixRound(db, batch);
      if (kind !== 'mixed') return kind !== 'busy';
    }
  }

  const fail = (error: unknown, roundId?: string) =>
    log.error({ err: error, roundId }, 'mixing failed; the answers wait safely and are tried again');

  const loop = createLoop({
    async turn() {
      const busy: string[] = [];
      for (const roundId of waiting) {
        waiting.delete(roundId);
        try {
          if (!(await mix(roundId, 'usual'))) busy.push(roundId);
        } catch (error) {
          fail(error, roundId);
        }
      }
      // Another mixer takes what it saw when it began; who orders codes or keys a form takes nothing.
      for (const roundId of busy) waiting.add(roundId);
      return busy.length > 0 ? busyRestMs : 'until-nudged';
    },
    onError: fail,
    restAfterError: 'until-nudged',
  });

  return {
    nudge(roundIds) {
      for (const roundId of roundIds) waiting.add(roundId);
      loop.nudge();
    },
    async mixRest(roundId) {
      await mix(roundId, 'rest');
    },
    stop: loop.stop,
  };
}
