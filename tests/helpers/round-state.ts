import { enterState } from '#app/fielding/rounds/enter-state.ts';
import type { Db } from '#db/dialect.ts';
import { lockRound } from '#db/queries/round.ts';
import { inTransaction } from '#db/transaction.ts';
import type { RoundState } from '#surveys/round/round.ts';

/**
 * Puts a round that is in one state into another, past the rules of its life; false when it is in a third or
 * unknown. Waits for acceptances under way, as every move does.
 */
export function putRoundInState(
  db: Db,
  change: { readonly roundId: string; readonly from: RoundState; readonly to: RoundState },
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    const state = await lockRound(tx, { roundId: change.roundId, mode: 'exclusive' });
    if (state !== change.from) return false;
    await enterState(tx, { roundId: change.roundId, to: change.to });
    return true;
  });
}
