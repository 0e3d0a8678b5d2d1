import { audit } from '#app/fielding/audit/audit.ts';
import { orderBatch } from '#app/fielding/codes/make-codes.ts';
import { randomToken } from '#app/fielding/secrets.ts';
import type { Services } from '#app/fielding/services.ts';
import type { Db } from '#db/connect.ts';
import type { CodeStrata } from '#db/queries/access-code.ts';
import type { Account } from '#db/queries/account.ts';
import { lockRound } from '#db/queries/round.ts';
import { afterCommit, inTransaction } from '#db/transaction.ts';
import { mayChangeCodes } from '#surveys/round/round.ts';

/**
 * Orders codes for a round, to be made in the background, in the caller's transaction or its own; false, and nothing
 * ordered, when the round has left the states in which codes may be made.
 */
export async function issueCodes(
  services: Services,
  db: Db,
  { by, roundId, strata }: { readonly by: Account; readonly roundId: string; readonly strata: CodeStrata },
): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    if (!(await holdCodes(tx, roundId))) return false;
    const { batch, nCodes } = await orderBatch(tx, { roundId, strata, ...orderedNow(services) });
    const on = { type: 'round', id: roundId } as const;
    await audit(services, tx, { by, action: 'codes.ordered', on, detail: { batch, letters: nCodes } });
    afterCommit(tx, services.codeMaker.nudge);
    return true;
  });
}

/** Whether the codes of a round may change now; its state stays as it is until the transaction ends. */
export async function holdCodes(tx: Db, roundId: string): Promise<boolean> {
  const state = await lockRound(tx, { roundId, mode: 'counting' });
  return state !== undefined && mayChangeCodes(state);
}

/** Seed and time of an order made now. */
export const orderedNow = ({ now }: Pick<Services, 'now'>) => ({
  seed: randomToken(),
  createdAt: now().toISOString(),
});
