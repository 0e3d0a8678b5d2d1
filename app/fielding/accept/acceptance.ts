import { acceptSubmissions } from '#app/fielding/accept/accept-submissions.ts';
import { createGroupedQueue } from '#app/fielding/accept/grouped-queue.ts';
import { tryAgain } from '#app/fielding/accept/try-again.ts';
import type { Db } from '#db/connect.ts';
import type { CodeNote } from '#db/queries/code-replay.ts';
import { ConnectionLostError, isRetryable } from '#db/storage-error.ts';
import type { AcceptanceOutcome, Submission } from '#surveys/response/submission.ts';
import { japaneseDayOf } from '#surveys/round/japanese-time.ts';

/** The most submissions that share one commit; more than this wait for the next. */
const maximumBatch = 200;

/** Accepts submissions; resolves only after the commit that holds them is on disk. */
export interface Acceptance {
  readonly submit: (submission: Submission) => Promise<AcceptanceOutcome>;
  readonly drain: () => Promise<void>;
}

interface AcceptanceOptions {
  readonly db: Db;
  readonly now: () => Date;
  /** Ids that nobody can guess and that follow no order. */
  readonly newId: () => string;
  /** Told after a commit which rounds have new answers waiting. */
  readonly onAccepted: (roundIds: ReadonlySet<string>) => void;
  /** Told after a commit which codes it used up, before anyone is answered. */
  readonly onCodesUsed?: (notes: readonly CodeNote[]) => Promise<void>;
  /**
   * Told, before anyone is answered, that a commit whose answer was lost may have used up codes: which ones, the
   * database has to be asked.
   */
  readonly onCommitInDoubt?: () => Promise<void>;
}

/** Groups all submissions that wait at one moment into one transaction. */
export function createAcceptance(options: AcceptanceOptions): Acceptance {
  const { db, now, newId, onAccepted, onCodesUsed, onCommitInDoubt } = options;
  const queue = createGroupedQueue<Submission, AcceptanceOutcome>({
    maximum: maximumBatch,
    async work(submissions) {
      const instant = now();
      // An earlier try that lost its connection may have been committed all the same.
      let isInDoubt = false;
      const outcomes = await tryAgain(
        () =>
          acceptSubmissions(db, {
            submissions,
            now: instant.toISOString(),
            day: japaneseDayOf(instant.toISOString()),
            newId,
          }),
        (error) => {
          // The same keys make it safe to repeat.
          const isLost = error instanceof ConnectionLostError;
          isInDoubt ||= isLost;
          return isLost || isRetryable(error);
        },
      );
      const accepted = submissions.filter((_, index) => outcomes[index] === 'accepted');
      // Where an earlier try may have been committed, what counts as repeated may be its own.
      const arrived = isInDoubt ? submissions : accepted;
      if (arrived.length > 0) onAccepted(new Set(arrived.map(({ roundId }) => roundId)));
      if (isInDoubt) await onCommitInDoubt?.();
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
