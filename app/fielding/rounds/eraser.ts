import { setTimeout as wait } from 'node:timers/promises';
import { createLoop } from '#app/fielding/loop.ts';
import type { Log } from '#app/fielding/ports.ts';
import type { Db } from '#db/connect.ts';
import { eraseDeletedRows } from '#db/erase.ts';
import { clearErasuresDue, listErasuresDue } from '#db/queries/erasing.ts';

/** How often it is tried again where somebody is still reading what was deleted: a backup, say. */
const retryMs = 60 * 1000;

/** A statement that happens to run passes soon: so often it is tried at once. */
const quickTries = 5;
const quickTryMs = 200;

/** Makes deleted rows unreadable in the database's files, and goes on trying until it could. */
export interface Eraser {
  /** Resolves after the first try; never fails the one who asks. */
  readonly erase: () => Promise<void>;
  /** Goes on with what an earlier process could not erase any more. */
  readonly start: () => Promise<void>;
  /** Resolves when the last try has ended; none comes after it. */
  readonly stop: () => Promise<void>;
}

/** An eraser at rest: it looks for nothing until it is asked or started. */
export function createEraser({ db, log }: { readonly db: Db; readonly log: Log }): Eraser {
  const loop = createLoop({
    // A turn that begins after something was deleted sees the note of it.
    async turn() {
      const due = await listErasuresDue(db);
      for (let nTries = 0; nTries < quickTries; nTries += 1) {
        if (await eraseDeletedRows(db)) {
          await clearErasuresDue(db, due);
          return 'until-nudged';
        }
        await wait(quickTryMs);
      }
      log.warn('deleted rows are still being read by somebody; erased later');
      return retryMs;
    },
    onError: (error) => log.error({ err: error }, 'deleted rows could not be erased; tried again'),
    restAfterError: retryMs,
  });

  return {
    erase: loop.run,
    async start() {
      if ((await listErasuresDue(db)).length > 0) await loop.run();
    },
    stop: loop.stop,
  };
}
