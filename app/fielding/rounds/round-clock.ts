import { createLoop } from '#app/fielding/loop.ts';
import type { Mixer } from '#app/fielding/mix/mixer.ts';
import type { Log } from '#app/fielding/ports.ts';
import type { Eraser } from '#app/fielding/rounds/eraser.ts';
import { moveRound } from '#app/fielding/rounds/move-round.ts';
import type { Db } from '#db/connect.ts';
import { recordAudit } from '#db/queries/audit.ts';
import { deleteExpiredDrafts } from '#db/queries/draft.ts';
import { listRoundsToErase } from '#db/queries/erasing.ts';
import { type DueRound, findRoundStatus, listDueRounds, listRounds } from '#db/queries/round.ts';
import { auditActionOf } from '#surveys/audit/actions.ts';
import { dueTransition } from '#surveys/round/lifecycle.ts';

/** How often the dates of rounds are looked at, in milliseconds. */
const usualIntervalMs = 2000;
/** How often it is looked for responses that were kept long enough. */
const eraseIntervalMs = 60 * 60 * 1000;

/** Opens approved rounds, closes open ones and erases what was kept long enough, without anybody pressing. */
export interface RoundClock {
  /** Opens and closes what is due now; safe to call at any time and in any number of processes. */
  readonly tick: () => Promise<void>;
  /** Does for one round what is due now, and mixes the rest of a closed one. */
  readonly settle: (roundId: string) => Promise<void>;
  /** Looks at the dates from now on; rounds that closed while no process ran have their rest mixed. */
  readonly start: () => void;
  readonly stop: () => Promise<void>;
}

interface ClockOptions {
  readonly db: Db;
  readonly mixer: Pick<Mixer, 'mixRest'>;
  readonly eraser: Pick<Eraser, 'erase'>;
  readonly log: Pick<Log, 'error' | 'info'>;
  readonly now: () => Date;
  readonly intervalMs?: number;
}

/** A clock at rest: before `start` it moves only what it is asked to. */
export function createRoundClock({
  db,
  mixer,
  eraser,
  log,
  now,
  intervalMs = usualIntervalMs,
}: ClockOptions): RoundClock {
  let hasCaughtUp = false;
  let nextErasing = 0;

  /** Moves a round by its date; false when another process was faster, or it is not due any more. */
  async function move(roundId: string, transition: DueRound['transition'] | 'erase'): Promise<boolean> {
    const at = now().toISOString();
    const outcome = await moveRound(db, {
      roundId,
      transition,
      actor: null,
      mover: 'clock',
      needsFourEyes: false,
      note: '',
      newClosesAt: null,
      seenRequest: null,
      now: at,
      async afterwards(tx, { from, to }) {
        const action = auditActionOf[transition];
        await recordAudit(tx, {
          at,
          actor: null,
          action,
          object: { type: 'round', id: roundId },
          detail: { from, to },
        });
      },
    });
    if (outcome.kind === 'refused') return false;
    log.info({ roundId, transition }, 'round moved by its date');
    return true;
  }

  async function advance({ roundId, transition }: DueRound): Promise<void> {
    const isMoved = await move(roundId, transition);
    if (isMoved && transition === 'close') await mixer.mixRest(roundId);
  }

  async function deleteDrafts(instant: Date): Promise<boolean> {
    try {
      return (await deleteExpiredDrafts(db, instant.toISOString())) > 0;
    } catch (error) {
      log.error(
        { err: error },
        'drafts of rounds that are over could not be deleted; tried again in an hour',
      );
      return false;
    }
  }

  /** Drafts go once their round is over, single responses when the day until which they were to be kept is. */
  async function eraseOld(): Promise<void> {
    const instant = now();
    if (instant.getTime() < nextErasing) return;
    nextErasing = instant.getTime() + eraseIntervalMs;
    let hasErased = await deleteDrafts(instant);
    for (const roundId of await listRoundsToErase(db, instant.toISOString())) {
      try {
        hasErased = (await move(roundId, 'erase')) || hasErased;
      } catch (error) {
        log.error({ err: error, roundId }, 'responses could not be erased; tried again in an hour');
      }
    }
    // Not waited for: openings and closings must not wait until tables are written anew.
    if (hasErased) void eraser.erase();
  }

  /** One round's failure must not keep the others shut. */
  async function tick(): Promise<void> {
    for (const due of await listDueRounds(db, now().toISOString())) {
      try {
        await advance(due);
      } catch (error) {
        log.error({ err: error, ...due }, 'round could not be moved by its date; tried again soon');
      }
    }
    await eraseOld();
  }

  async function settle(roundId: string): Promise<void> {
    const status = await findRoundStatus(db, roundId);
    const transition = status && dueTransition(status, now().toISOString());
    if (transition) await advance({ roundId, transition });
    if (status?.state === 'closed') await mixer.mixRest(roundId);
  }

  async function catchUp(): Promise<void> {
    hasCaughtUp = true;
    for (const { id } of await listRounds(db, { state: 'closed' })) await mixer.mixRest(id);
  }

  const loop = createLoop({
    async turn() {
      if (!hasCaughtUp) await catchUp();
      await tick();
      return intervalMs;
    },
    onError: (error) =>
      log.error({ err: error }, 'the dates of rounds could not be looked at; tried again soon'),
    restAfterError: intervalMs,
  });

  return { tick, settle, start: loop.nudge, stop: loop.stop };
}
