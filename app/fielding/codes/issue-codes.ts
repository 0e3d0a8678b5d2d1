import { audit } from '#app/fielding/audit/audit.ts';
import { orderBatch } from '#app/fielding/codes/make-codes.ts';
import { randomToken } from '#app/fielding/secrets.ts';
import type { Services } from '#app/fielding/services.ts';
import type { Db } from '#db/connect.ts';
import { type CodeStrata, listCodeBatches } from '#db/queries/access-code.ts';
import type { Account } from '#db/queries/account.ts';
import { lockRound } from '#db/queries/round.ts';
import { afterCommit, inTransaction } from '#db/transaction.ts';
import { mayChangeCodes } from '#surveys/round/round.ts';

/** The most codes one round may have: every resident of a large city ward. */
const maximumPerRound = 300_000;

/** Why no codes are ordered: too many for one round, or it has left the states in which they may be made. */
export type IssueRefusal =
  | { readonly kind: 'too_many_codes'; readonly maximum: number }
  | { readonly kind: 'codes_closed' };

/** Orders codes for a round, to be made in the background; undefined when they are ordered. */
export async function issueCodes(
  services: Services,
  { by, roundId, strata }: { readonly by: Account; readonly roundId: string; readonly strata: CodeStrata },
): Promise<IssueRefusal | undefined> {
  return inTransaction(services.db, async (tx): Promise<IssueRefusal | undefined> => {
    // Whoever orders at the same time waits here, and then counts this order.
    if (!(await holdCodes(tx, roundId))) return { kind: 'codes_closed' };
    const nBefore = sum((await listCodeBatches(tx, roundId)).map((earlier) => earlier.nCodes));
    if (nBefore + sum(strata.map(({ n }) => n)) > maximumPerRound) {
      return { kind: 'too_many_codes', maximum: maximumPerRound };
    }
    const { batch, nCodes } = await orderBatch(tx, { roundId, strata, ...orderedNow(services) });
    const on = { type: 'round', id: roundId } as const;
    await audit(services, tx, { by, action: 'codes.ordered', on, detail: { batch, letters: nCodes } });
    afterCommit(tx, services.codeMaker.nudge);
    return undefined;
  });
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);

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
