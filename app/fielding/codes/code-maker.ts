import { makeNextCodes } from '#app/fielding/codes/make-codes.ts';
import { createLoop } from '#app/fielding/loop.ts';
import type { Log } from '#app/fielding/ports.ts';
import type { Db } from '#db/connect.ts';
import { type CodeBatch, listUnfinishedBatches } from '#db/queries/access-code.ts';

/** Codes made in one transaction: few enough that answers hardly wait behind it. */
const codesPerPiece = 200;

/** Makes ordered codes in the background, whether or not the clerk stays on the page; a restart goes on with it. */
export interface CodeMaker {
  readonly nudge: () => void;
  readonly drain: () => Promise<void>;
}

interface CodeMakerOptions {
  readonly db: Db;
  readonly log: Log;
  /** The hash under which the code of a letter is stored, from the seed of its batch. */
  readonly hashOf: (letter: {
    readonly roundId: string;
    readonly seed: string;
    readonly serial: number;
  }) => string;
}

/** A code maker at rest: it makes nothing until it is asked. */
export function createCodeMaker({ db, log, hashOf }: CodeMakerOptions): CodeMaker {
  async function makeAll({ roundId, batch, nCodes }: CodeBatch): Promise<void> {
    const hashOfSerial = (seed: string, serial: number) => hashOf({ roundId, seed, serial });
    let nMade: number | undefined = 0;
    while (nMade !== undefined && nMade < nCodes) {
      nMade = await makeNextCodes(db, { roundId, batch, maximum: codesPerPiece, hashOf: hashOfSerial });
      await new Promise((resolve) => setImmediate(resolve));
    }
  }

  const { nudge, drain } = createLoop({
    async turn() {
      for (const batch of await listUnfinishedBatches(db)) await makeAll(batch);
      return 'until-nudged';
    },
    onError: (error) =>
      log.error({ err: error }, 'making codes failed; the next order or start goes on with it'),
    restAfterError: 'until-nudged',
  });
  return { nudge, drain };
}
