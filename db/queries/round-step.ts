import { z } from 'zod';
import type { Db } from '#db/dialect.ts';
import { answerTables, eraseAnswers } from '#db/queries/erasing.ts';
import { publishResults } from '#db/queries/result.ts';
import { enterState, lockRound, type RoundWindow, toRoundWindow, toTerms } from '#db/queries/round.ts';
import type { RoundStepTable } from '#db/schema/round-step.ts';
import { inTransaction } from '#db/transaction.ts';
import { audiences } from '#surveys/questionnaire/definition.ts';
import { isAskedByName } from '#surveys/round/invitees.ts';
import {
  dueTransition,
  isKeptStill,
  judgeTransition,
  lifecycle,
  type Mover,
  type Transition,
  type TransitionRefusal,
  transitions,
} from '#surveys/round/lifecycle.ts';
import { type Round, type RoundState, roundStates } from '#surveys/round/round.ts';
import type { KeptUntil } from '#surveys/round/terms.ts';

const transitionSchema = z.enum(transitions);
const stateSchema = z.enum(roundStates);
const audienceSchema = z.enum(audiences);

/** One thing that happened to a round. */
export interface RoundStep {
  /** 1, 2, 3, … within the round. */
  readonly step: number;
  /** ISO-8601 UTC. */
  readonly at: string;
  readonly transition: Transition;
  readonly from: RoundState;
  readonly to: RoundState;
  /** Null for the clock. */
  readonly actor: { readonly id: string; readonly name: string } | null;
  /** The reason or comment given; empty for none. */
  readonly note: string;
}

export interface RoundMove {
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
export function moveRound(db: Db, move: RoundMove): Promise<MoveOutcome> {
  const { roundId, transition, note, now } = move;
  return inTransaction(db, async (tx) => {
    await lockRound(tx, { roundId, mode: 'exclusive' });
    const round = await findMovable(tx, roundId);
    if (!round) return { kind: 'refused', refusal: { kind: 'unknown_round' } };
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
    if (closesAt !== round.closesAt)
      await tx.updateTable('round').set({ closes_at: closesAt }).where('id', '=', roundId).execute();
    if (transition === 'publish') await publishResults(tx, roundId);
    if (transition === 'erase') await eraseAnswers(tx, { roundId, isByName: isAskedByName(round) });
    const taken = { at: now, transition, from: round.state, to: verdict.to, actor: move.actor, note };
    const step = await insertRoundStep(tx, roundId, taken);
    await move.afterwards(tx, step);
    return { kind: 'moved', step };
  });
}

async function findMovable(
  tx: Db,
  roundId: string,
): Promise<(RoundWindow & Pick<Round, 'audience'> & { readonly keptUntil: KeptUntil }) | undefined> {
  const row = await tx
    .selectFrom('round')
    .select(['state', 'opens_at', 'closes_at', 'terms', 'audience'])
    .where('id', '=', roundId)
    .executeTakeFirst();
  return (
    row && { ...toRoundWindow(row), audience: audienceSchema.parse(row.audience), keptUntil: toTerms(row) }
  );
}

/** The last request for a round's approval: its step and who made it; undefined when nobody asked. */
export async function findRequest(
  db: Db,
  roundId: string,
): Promise<{ readonly step: number; readonly actorId: string | null } | undefined> {
  const row = await db
    .selectFrom('round_step')
    .select(['step', 'actor_id'])
    .where('round_id', '=', roundId)
    .where('transition', '=', 'request')
    .orderBy('step', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row && { step: row.step, actorId: row.actor_id };
}

/** Writes a step down as the round's next one. */
export async function insertRoundStep(
  db: Db,
  roundId: string,
  taken: Omit<RoundStep, 'step'>,
): Promise<RoundStep> {
  const last = await db
    .selectFrom('round_step')
    .select(({ fn }) => fn.max('step').as('step'))
    .where('round_id', '=', roundId)
    .executeTakeFirst();
  const step = { ...taken, step: (last?.step ?? 0) + 1 };
  await db
    .insertInto('round_step')
    .values({
      round_id: roundId,
      step: step.step,
      at: step.at,
      transition: step.transition,
      from_state: step.from,
      to_state: step.to,
      actor_id: step.actor?.id ?? null,
      actor_name: step.actor?.name ?? null,
      note: step.note,
    })
    .execute();
  return step;
}

/** What happened to a round, the oldest first; none for a round that only was prepared. */
export async function listRoundSteps(db: Db, roundId: string): Promise<readonly RoundStep[]> {
  const rows = await db
    .selectFrom('round_step')
    .selectAll()
    .where('round_id', '=', roundId)
    .orderBy('step')
    .execute();
  return rows.map(toStep);
}

/** The rounds whose single responses are there although an instant (ISO-8601 UTC) lies beyond their keeping. */
export async function listRoundsToErase(db: Db, now: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('round')
    .select(['id', 'terms'])
    .where('state', 'in', lifecycle.erase.from)
    .where(({ or, exists, selectFrom }) =>
      or(
        answerTables.map((table) =>
          exists(selectFrom(table).select('round_id').whereRef('round_id', '=', 'round.id')),
        ),
      ),
    )
    .orderBy('id')
    .execute();
  return rows.filter((row) => !isKeptStill(toTerms(row), now)).map(({ id }) => id);
}

/** A round that the clock has to open or close. */
export interface DueRound {
  readonly roundId: string;
  readonly transition: 'open' | 'close';
}

/** The rounds that are to be opened or closed by their dates at an instant (ISO-8601 UTC), the earliest first. */
export async function listDueRounds(db: Db, now: string): Promise<readonly DueRound[]> {
  const rows = await db
    .selectFrom('round')
    .select(['id', 'state', 'opens_at', 'closes_at'])
    .where('state', 'in', ['approved', 'open'])
    .where('opens_at', '<=', now)
    .orderBy('opens_at')
    .execute();
  return rows.flatMap((row) => {
    const transition = dueTransition(toRoundWindow(row), now);
    return transition ? [{ roundId: row.id, transition }] : [];
  });
}

function toStep(row: RoundStepTable): RoundStep {
  return {
    step: row.step,
    at: row.at,
    transition: transitionSchema.parse(row.transition),
    from: stateSchema.parse(row.from_state),
    to: stateSchema.parse(row.to_state),
    actor: row.actor_id === null ? null : { id: row.actor_id, name: row.actor_name ?? '' },
    note: row.note,
  };
}
