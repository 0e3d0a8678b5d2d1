import { enterState } from '#app/fielding/rounds/enter-state.ts';
import { eraseAnswers } from '#app/fielding/rounds/erase-answers.ts';
import type { Db } from '#db/connect.ts';
import { publishResults } from '#db/queries/result.ts';
import { findRoundToMove, lockRound, updateRound } from '#db/queries/round.ts';
import { findRequest, insertRoundStep, type RoundStep } from '#db/queries/round-step.ts';
import { inTransaction } from '#db/transaction.ts';
import { isAskedByName } from '#surveys/round/invitees.ts';
import {
  judgeTransition,
  type Mover,
  type Transition,
  type TransitionRefusal,
} from '#surveys/round/lifecycle.ts';

/** What stands against a move beyond the rules of a round's life. */
export interface Objection {
  readonly kind: 'not_ready';
}

export interface RoundMove<Objected extends Objection = never> {
  readonly roundId: string;
  readonly transition: Transition;
  readonly actor: { readonly id: string; readonly name: string } | null;
  readonly mover: Mover;
  readonly needsFourEyes: boolean;
  readonly note: string;
  /** The closing wanted by an extension; null otherwise. */
  readonly newClosesAt: string | null;
  /** The step of the request that was looked at by who approves; null when it does not matter. */
  readonly seenRequest: number | null;
  /** ISO-8601 UTC. */
  readonly now: string;
  /** Asked first, once the round is held; what it gives takes the place of the move. */
  readonly findObjection?: (tx: Db) => Promise<Objected | undefined>;
  /** Runs last in the transaction of a move that was made. */
  readonly afterwards: (tx: Db, step: RoundStep) => Promise<void>;
}

export type MoveOutcome =
  | { readonly kind: 'moved'; readonly step: RoundStep }
  | {
      readonly kind: 'refused';
      readonly refusal:
        | TransitionRefusal
        | { readonly kind: 'unknown_round' }
        | { readonly kind: 'changed_since' };
    };

/**
 * Moves a round along its life if its rules allow it now, and writes the step down, in one transaction. Waits
 * for acceptances under way, so that none is committed after a closing; of two who try at once one succeeds.
 */
export function moveRound<Objected extends Objection = never>(
  db: Db,
  move: RoundMove<Objected>,
): Promise<MoveOutcome | Objected> {
  const { roundId, transition, note, now } = move;
  return inTransaction(db, async (tx): Promise<MoveOutcome | Objected> => {
    await lockRound(tx, { roundId, mode: 'exclusive' });
    const round = await findRoundToMove(tx, roundId);
    if (!round) return { kind: 'refused', refusal: { kind: 'unknown_round' } };
    const objection = await move.findObjection?.(tx);
    if (objection) return objection;
    const { mover, needsFourEyes, newClosesAt } = move;
    const request = await findRequest(tx, roundId);
    const verdict = judgeTransition({
      transition,
      round,
      mover,
      moverId: move.actor?.id ?? null,
      requesterId: request?.actorId ?? null,
      needsFourEyes,
      reason: note,
      newClosesAt,
      now,
    });
    if (verdict.kind === 'refused') return verdict;
    if (move.seenRequest !== null && move.seenRequest !== request?.step)
      return { kind: 'refused', refusal: { kind: 'changed_since' } };
    const closesAt = transition === 'extend' && newClosesAt !== null ? newClosesAt : round.closesAt;
    if (verdict.to !== round.state) await enterState(tx, { roundId, to: verdict.to });
    if (closesAt !== round.closesAt) await updateRound(tx, roundId, { closesAt });
    if (transition === 'publish') await publishResults(tx, roundId);
    if (transition === 'erase') await eraseAnswers(tx, { roundId, isByName: isAskedByName(round) });
    const taken = { at: now, transition, from: round.state, to: verdict.to, actor: move.actor, note };
    const step = await insertRoundStep(tx, roundId, taken);
    await move.afterwards(tx, step);
    return { kind: 'moved', step };
  });
}
