import type { AppLoadContext } from '@remix-run/node';
import { audit } from '#app/.server/audit.ts';
import { randomness } from '#app/.server/randomness.ts';
import { softwareVersion } from '#app/.server/software-version.ts';
import { finaliseResults } from '#db/finalise-results.ts';
import type { Account } from '#db/queries/account.ts';
import { getPlan } from '#db/queries/plan.ts';
import { updateRoundState } from '#db/queries/round.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Round } from '#surveys/round/round.ts';

/** What a clerk may do with a round, in the order of its life. */
export const roundActions = ['open', 'close', 'finalise'] as const;
export type RoundAction = (typeof roundActions)[number];

/** The one action a round's state allows; undefined once it is finalised. */
export function allowedAction(round: Round): RoundAction | undefined {
  switch (round.state) {
    case 'draft':
    case 'approval_requested':
    case 'approved':
      return 'open';
    case 'open':
      return 'close';
    case 'closed':
      return 'finalise';
    case 'finalised':
    case 'published':
      return undefined;
  }
}

export type FieldResult = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly message: string };

const refused = (message: string): FieldResult => ({ kind: 'refused', message });
const stateMoved = '調査回の状態が変わっています。ページを開き直して、いまの状態をお確かめください。';

/** Opens, closes or finalises a round; what its state does not allow is refused with the reason. */
export async function fieldRound(
  context: AppLoadContext,
  { by, round, action }: { readonly by: Account; readonly round: Round; readonly action: RoundAction },
): Promise<FieldResult> {
  if (allowedAction(round) !== action) return refused(stateMoved);
  const { mixer, now } = context.services;
  switch (action) {
    case 'open': {
      if (round.closesAt <= now().toISOString()) {
        return refused(
          '受付終了の日時を過ぎているため、受付を始められません。新しい調査回をつくってください。',
        );
      }
      const isDone = await moveState(context, { by, round, to: 'open' });
      return isDone ? { kind: 'done' } : refused(stateMoved);
    }
    case 'close': {
      const isDone = await moveState(context, { by, round, to: 'closed' });
      if (!isDone) return refused(stateMoved);
      await mixer.mixRest(round.id);
      return { kind: 'done' };
    }
    case 'finalise':
      return finalise(context, by, round);
  }
}

function moveState(
  context: AppLoadContext,
  { by, round, to }: { readonly by: Account; readonly round: Round; readonly to: 'open' | 'closed' },
): Promise<boolean> {
  return inTransaction(context.services.db, async (tx) => {
    const isDone = await updateRoundState(tx, { roundId: round.id, from: round.state, to });
    const on = { type: 'round', id: round.id } as const;
    if (isDone) await audit(context, tx, { by, action: to === 'open' ? 'round.opened' : 'round.closed', on });
    return isDone;
  });
}

async function finalise(context: AppLoadContext, by: Account, round: Round): Promise<FieldResult> {
  const { db, now, log } = context.services;
  const outcome = await finaliseResults(db, {
    plan: await getPlan(db, round.planId),
    roundId: round.id,
    now: now().toISOString(),
    softwareVersion,
    randomness,
  });
  switch (outcome.kind) {
    case 'finalised':
      // After its transaction: the pages of destroyed codes are overwritten outside of it.
      await audit(context, db, { by, action: 'round.finalised', on: { type: 'round', id: round.id } });
      return { kind: 'done' };
    case 'not_closed':
      return refused(stateMoved);
    case 'tally_disagrees':
      log.error(
        { roundId: round.id, nDifferences: outcome.differences.length },
        'tally and recount disagree',
      );
      return refused(
        '集計表と回答票の数え直しが一致しないため、確定を中止しました。システム管理者に連絡してください。',
      );
  }
}
