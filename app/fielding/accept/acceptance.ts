import { randomUUID } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import { createGroupedQueue } from '#app/fielding/accept/grouped-queue.ts';
import type { Db } from '#db/connect.ts';
import type { CodeNote } from '#db/queries/code-replay.ts';
import { acceptSubmissions } from '#db/queries/submission.ts';
import { isRetryable } from '#db/storage-error.ts';
import type { AcceptanceOutcome, Submission } from '#surveys/response/submission.ts';
import { japaneseDayOf } from '#surveys/round/japanese-time.ts';

/** The most submissions that share one commit; more than this wait for the next. */
const maximumBatch = 200;
/** How often a batch is tried that the database could not put in an order with others. */
const maximumTries = 5;

/** Accepts submissions; resolves only after the commit that holds them is on disk. */
export interface Acceptance {
  readonly submit: (submission: Submission) => Promise<AcceptanceOutcome>;
  readonly drain: () => Promise<void>;
}

interface AcceptanceOptions {
  readonly db: Db;
  readonly now: () => Date;
  /** Told after a commit which rounds have new answers waiting. */
  readonly onAccepted: (roundIds: ReadonlySet<string>) => void;
  /** Told after a commit which codes it used up, before anyone is answered. */
  readonly onCodesUsed?: (notes: readonly CodeNote[]) => Promise<void>;
}

/** Groups all submissions that wait at one moment into one transaction. */
export function createAcceptance(options: AcceptanceOptions): Acceptance {
  const { db, now, onAccepted, onCodesUsed } = options;
  const queue = createGroupedQueue<Submission, AcceptanceOutcome>({
    maximum: maximumBatch,
    async work(submissions) {
      const instant = now();
      const outcomes = await tryAgain(() =>
        acceptSubmissions(db, {
          submissions,
          now: instant.toISOString(),
          day: japaneseDayOf(instant.toISOString()),
          newId: randomUUID,
        }),
      );
      const accepted = submissions.filter((_, index) => outcomes[index] === 'accepted');
      if (accepted.length > 0) onAccepted(new Set(accepted.map(({ roundId }) => roundId)));
      await onCodesUsed?.(
        accepted.flatMap(({ roundId, admission }) =>
          admission.kind === 'code'
            ? [{ roundId, codeHash: admission.codeHash, state: 'used' as const }]
            : [],
        ),
      );
      return outcomes;
    },
  });
  return { submit: queue.add, drain: queue.drain };
}

/** Tries work again that failed only for its place among others; the same keys make it safe to repeat. */
async function tryAgain<Result>(work: () => Promise<Result>): Promise<Result> {
  for (let nTries = 1; ; nTries += 1) {
    try {
      return await work();
    } catch (error) {
      if (!isRetryable(error) || nTries === maximumTries) throw error;
      await wait(10 * 2 ** nTries * Math.random());
    }
  }
}
