import { z } from 'zod';
import type { Db } from '#db/dialect.ts';
import type { RoundStepTable } from '#db/schema/rounds.ts';
import { type Transition, transitions } from '#surveys/round/lifecycle.ts';
import { type RoundState, roundStates } from '#surveys/round/round.ts';

const transitionSchema = z.enum(transitions);
const stateSchema = z.enum(roundStates);

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
