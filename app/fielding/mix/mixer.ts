import { createLoop } from '#app/fielding/loop.ts';
import { mixRound } from '#app/fielding/mix/mix-round.ts';
import type { Log } from '#app/fielding/ports.ts';
import type { Db } from '#db/connect.ts';
import { findRound } from '#db/queries/round.ts';
import type { Randomness } from '#db/randomness.ts';
import { mixingMinimum } from '#surveys/round/anonymity.ts';

/** Moves accepted answers, in shuffled batches, into the responses and the tally. */
export interface Mixer {
  /** Mixes a round soon, if enough answers wait; never fails the one who asks. */
  readonly nudge: (roundIds: ReadonlySet<string>) => void;
  /** Mixes whatever waits: at closing, when no batch will fill up any more. */
  readonly mixRest: (roundId: string) => Promise<void>;
  readonly drain: () => Promise<void>;
}

interface MixerOptions {
  readonly db: Db;
  readonly log: Log;
  readonly randomness: Randomness;
}

export function createMixer({ db, log, randomness }: MixerOptions): Mixer {
  const waiting = new Set<string>();

  async function mix(roundId: string, minimum: (usual: number) => number): Promise<void> {
    const round = await findRound(db, roundId);
    if (!round) return;
    const batch = { roundId, minimum: minimum(mixingMinimum(round.audience)), randomness };
    while ((await mixRound(db, batch)).kind === 'mixed');
  }

  const fail = (error: unknown, roundId?: string) =>
    log.error({ err: error, roundId }, 'mixing failed; the answers wait safely and are tried again');

  const loop = createLoop({
    async turn() {
      for (const roundId of waiting) {
        waiting.delete(roundId);
        await mix(roundId, (usual) => usual).catch((error) => fail(error, roundId));
      }
      return 'until-nudged';
    },
    onError: fail,
    restAfterError: 'until-nudged',
  });

  return {
    nudge(roundIds) {
      for (const roundId of roundIds) waiting.add(roundId);
      loop.nudge();
    },
    mixRest: (roundId) => mix(roundId, () => 1),
    drain: loop.drain,
  };
}
