import { audit } from '#app/fielding/audit/audit.ts';
import {
  type MoveOutcome,
  moveRound,
  type Objection,
  type RoundMove,
} from '#app/fielding/rounds/move-round.ts';
import type { Services } from '#app/fielding/services.ts';
import type { Account } from '#db/queries/account.ts';
import { findRoundStatus } from '#db/queries/round.ts';
import { auditActionOf } from '#surveys/audit/actions.ts';
import type { Transition } from '#surveys/round/lifecycle.ts';

interface MoveInput<Objected extends Objection> extends Pick<RoundMove<Objected>, 'findObjection'> {
  /** Who is signed in and moves it. */
  readonly by: Account;
  readonly roundId: string;
  readonly transition: Exclude<Transition, 'open' | 'finalise' | 'erase'>;
  readonly note?: string;
  readonly newClosesAt?: string;
  /** The step of the request that the approver looked at. */
  readonly seenRequest?: number;
}

/** Moves a round for a signed-in person, notes it in the audit log, and lets the clock do what is due then. */
export async function moveRoundFor<Objected extends Objection = never>(
  services: Services,
  input: MoveInput<Objected>,
): Promise<MoveOutcome | Objected> {
  const { by, roundId, transition, note = '', newClosesAt, seenRequest, findObjection } = input;
  const { db, now, hasFourEyes, roundClock } = services;
  const before = await findRoundStatus(db, roundId);
  const outcome = await moveRound(db, {
    roundId,
    transition,
    actor: { id: by.id, name: by.displayName },
    mover: by.role,
    needsFourEyes: hasFourEyes,
    note: note.trim().slice(0, 500),
    newClosesAt: newClosesAt ?? null,
    seenRequest: seenRequest ?? null,
    now: now().toISOString(),
    ...(findObjection && { findObjection }),
    afterwards: (tx, step) =>
      audit(services, tx, {
        by,
        action: auditActionOf[transition],
        on: { type: 'round', id: roundId },
        detail: {
          from: step.from,
          to: step.to,
          note: step.note,
          ...(newClosesAt !== undefined && { closesAt: newClosesAt, closedAt: before?.closesAt ?? null }),
        },
      }),
  });
  // An approved round whose time has come opens now, not seconds later; a closed one has its rest mixed.
  if (outcome.kind === 'moved') await roundClock.settle(roundId);
  return outcome;
}
