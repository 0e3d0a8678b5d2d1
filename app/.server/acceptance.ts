import { randomUUID } from 'node:crypto';
import { createGroupedQueue } from '#app/.server/grouped-queue.ts';
import type { Db } from '#db/connect.ts';
import { type AcceptanceOutcome, acceptSubmissions, type Submission } from '#db/queries/submission.ts';

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
  /** Told after a commit which rounds have new answers waiting. */
  readonly onAccepted: (roundIds: ReadonlySet<string>) => void;
}

const japaneseDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' });

/** Groups all submissions that wait at one moment into one transaction. */
export function createAcceptance({ db, now, onAccepted }: AcceptanceOptions): Acceptance {
  const queue = createGroupedQueue<Submission, AcceptanceOutcome>({
    maximum: maximumBatch,
    async work(submissions) {
      const instant = now();
      const outcomes = await acceptSubmissions(db, {
        submissions,
        now: instant.toISOString(),
        day: japaneseDay.format(instant),
        newId: randomUUID,
      });
      const accepted = submissions.filter((_, index) => outcomes[index] === 'accepted');
      if (accepted.length > 0) onAccepted(new Set(accepted.map(({ roundId }) => roundId)));
      return outcomes;
    },
  });
  return { submit: queue.add, drain: queue.drain };
}
