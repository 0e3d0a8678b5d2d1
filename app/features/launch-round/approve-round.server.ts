import type { AppLoadContext } from '@remix-run/node';
import { loadSetup, type SetupView } from '#app/features/launch-round/load-setup.server.ts';
import { moveRoundFor } from '#app/fielding/rounds/move-round-for.ts';
import { refusalWords } from '#app/i18n/ja/lifecycle.ts';
import type { Account } from '#db/queries/account.ts';
import { findRequest, listRoundSteps, type RoundStep } from '#db/queries/round-step.ts';
import type { Round, RoundState } from '#surveys/round/round.ts';

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
  context: AppLoadContext,
  account: Account,
  round: Round,
): Promise<ApprovalView> {
  const { db, hasFourEyes } = context.services;
  const steps = await listRoundSteps(db, round.id);
  const request = await findRequest(db, round.id);
  return {
    setup: await loadSetup(context, round),
    state: round.state,
    steps,
    request: steps.find(({ step }) => step === request?.step) ?? null,
    isOwnRequest: hasFourEyes && request?.actorId === account.id,
  };
}

export const approvalActions = ['approve', 'return', 'publish'] as const;
export type ApprovalAction = (typeof approvalActions)[number];

/** Approves, returns or publishes a round; the reason in words when its rules do not allow it. */
export async function decideOnRound(
  context: AppLoadContext,
  by: Account,
  { round, action }: { readonly round: Round; readonly action: ApprovalAction },
): Promise<string | undefined> {
  const note = context.form.get('note') ?? '';
  const seenRequest = Number(context.form.get('request'));
  const outcome = await moveRoundFor(context.services, {
    by,
    roundId: round.id,
    transition: action,
    note,
    ...(action === 'approve' && { seenRequest }),
  });
  return outcome.kind === 'refused' ? refusalWords(outcome.refusal) : undefined;
}
