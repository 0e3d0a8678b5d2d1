import {
  getRoundSetup,
  listSetupProblems,
  loadSetup,
  type SetupView,
} from '#app/fielding/rounds/load-setup.ts';
import type { MoveOutcome } from '#app/fielding/rounds/move-round.ts';
import { moveRoundFor } from '#app/fielding/rounds/move-round-for.ts';
import type { Services } from '#app/fielding/services.ts';
import type { Account } from '#db/queries/account.ts';
import { getRound } from '#db/queries/round.ts';
import { findRequest, listRoundSteps, type RoundStep } from '#db/queries/round-step.ts';
import type { Round, RoundState } from '#surveys/round/round.ts';
import type { SetupProblem } from '#surveys/round/setup-problems.ts';

/** A round as a manager sees it before approving or publishing it. */
export interface ApprovalView {
  readonly setup: SetupView;
  readonly state: RoundState;
  readonly steps: readonly RoundStep[];
  /** The request that an approval answers; null when nobody asked. */
  readonly request: RoundStep | null;
  /** Whether the one who looks asked for the approval, and somebody else has to give it. */
  readonly isOwnRequest: boolean;
}

/** Gathers what a manager has to see before approving a round. */
export async function loadApproval(
  services: Services,
  { by, round }: { readonly by: Account; readonly round: Round },
): Promise<ApprovalView> {
  const { db, hasFourEyes } = services;
  const steps = await listRoundSteps(db, round.id);
  const request = await findRequest(db, round.id);
  return {
    setup: await loadSetup(services, round),
    state: round.state,
    steps,
    request: steps.find(({ step }) => step === request?.step) ?? null,
    isOwnRequest: hasFourEyes && request?.actorId === by.id,
  };
}

interface NotReady {
  readonly kind: 'not_ready';
  readonly problem: SetupProblem;
}

export type RequestOutcome = MoveOutcome | NotReady;

/** Asks for a round's approval, unless something in its preparation stands against that. */
export async function requestApproval(
  services: Services,
  { by, round, note }: { readonly by: Account; readonly round: Round; readonly note: string },
): Promise<RequestOutcome> {
  const roundId = round.id;
  return moveRoundFor(services, {
    ...{ by, roundId, transition: 'request', note },
    // Others may have saved something since this page was loaded: what is stored counts.
    async findObjection(tx): Promise<NotReady | undefined> {
      const stored = await getRound(tx, roundId);
      const { now } = services;
      const problems = await listSetupProblems({ db: tx, now }, stored, await getRoundSetup(tx, stored));
      const problem = problems.find(({ isBlocking }) => isBlocking);
      return problem && { kind: 'not_ready', problem };
    },
  });
}
