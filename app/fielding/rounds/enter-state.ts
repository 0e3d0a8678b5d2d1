import type { Db } from '#db/dialect.ts';
import { sealCodes, withdrawAllCodes } from '#db/queries/code-state.ts';
import { updateRoundState } from '#db/queries/round.ts';
import type { RoundState } from '#surveys/round/round.ts';

/**
 * Puts a round that the caller has locked into a state, with what that means for its letters: closing destroys
 * what codes could be read from again, and going back into preparation withdraws them, since strata and questions
 * may change under letters that were made for the approved ones.
 */
export async function enterState(
  tx: Db,
  { roundId, to }: { readonly roundId: string; readonly to: RoundState },
): Promise<void> {
  await updateRoundState(tx, { roundId, to });
  if (to !== 'closed' && to !== 'draft') return;
  await sealCodes(tx, { roundId });
  if (to === 'draft') await withdrawAllCodes(tx, roundId);
}
