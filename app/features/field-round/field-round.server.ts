import type { AppLoadContext } from '@remix-run/node';
import { randomness } from '#app/.server/randomness.ts';
import { softwareVersion } from '#app/.server/software-version.ts';
import { finaliseResults } from '#db/finalise-results.ts';
import { getPlan } from '#db/queries/plan.ts';
import { updateRoundState } from '#db/queries/round.ts';
import type { Round } from '#surveys/round/round.ts';

/** What a clerk may do with a round, in the order of its life. */
export const roundActions = ['open', 'close', 'finalise'] as const;
export type RoundAction = (typeof roundActions)[number];

/** The one action a round's state allows; undefined once it is finalised. */
export function allowedAction(round: Round): RoundAction | undefined {
  switch (round.state) {
    case 'draft':
      return 'open';
    case 'open':
      return 'close';
    case 'closed':
      return 'finalise';
    case 'finalised':
      return undefined;
  }
}

export type FieldResult = { readonly kind: 'done' } | { readonly kind: 'refused'; readonly message: string };

const refused = (message: string): FieldResult => ({ kind: 'refused', message });
const stateMoved = '調査回の状態が変わっています。ページを開き直して、いまの状態をお確かめください。';

/** Opens, closes or finalises a round; what its state does not allow is refused with the reason. */
export async function fieldRound(
  context: AppLoadContext,
  round: Round,
  action: RoundAction,
): Promise<FieldResult> {
  if (allowedAction(round) !== action) return refused(stateMoved);
  const { db, mixer, now } = context.services;
  switch (action) {
    case 'open': {
      if (round.closesAt <= now().toISOString()) {
        return refused(
          '受付終了の日時を過ぎているため、受付を始められません。新しい調査回をつくってください。',
        );
      }
      const isDone = await updateRoundState(db, { roundId: round.id, from: 'draft', to: 'open' });
      return isDone ? { kind: 'done' } : refused(stateMoved);
    }
    case 'close': {
      const isDone = await updateRoundState(db, { roundId: round.id, from: 'open', to: 'closed' });
      if (!isDone) return refused(stateMoved);
      await mixer.mixRest(round.id);
      return { kind: 'done' };
    }
    case 'finalise':
      return finalise(context, round);
  }
}

async function finalise(context: AppLoadContext, round: Round): Promise<FieldResult> {
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
