import { issueCodes } from '#app/fielding/codes/issue-codes.ts';
import type { Services } from '#app/fielding/services.ts';
import { type CodeStrata, listCodeBatches } from '#db/queries/access-code.ts';
import type { Account } from '#db/queries/account.ts';
import { lockRound } from '#db/queries/round.ts';
import { inTransaction } from '#db/transaction.ts';
import { isAskedByName } from '#surveys/round/invitees.ts';
import type { Round } from '#surveys/round/round.ts';
import { wholeStratum } from '#surveys/round/stratum.ts';

export type OrderResult =
  | { readonly kind: 'ordered' }
  | { readonly kind: 'refused'; readonly refusal: OrderRefusal };

export type OrderRefusal =
  | { readonly kind: 'no_codes_asked' | 'asked_by_name' | 'nothing_ordered' | 'codes_closed' }
  | { readonly kind: 'too_many_codes'; readonly maximum: number };

/** The most codes one round may have: every resident of a large city ward. */
const maximumPerRound = 300_000;

/** A stratum of a round's letters, with how many the frame plans for it. */
export interface StratumPlan {
  readonly stratum: string;
  readonly nPlanned: number | null;
}

/** The strata that the letters of a round are ordered by; one of everybody without a frame. */
export function listStratumPlans(round: Pick<Round, 'frame' | 'nIssued'>): readonly StratumPlan[] {
  if (!round.frame) return [{ stratum: wholeStratum, nPlanned: round.nIssued }];
  return round.frame.strata.map(({ id, nIssued }) => ({ stratum: id, nPlanned: nIssued }));
}

interface OrderCodesInput {
  readonly by: Account;
  readonly round: Round;
  /** How many letters of each stratum; strata of none do not matter. */
  readonly counts: readonly { readonly stratum: string; readonly n: number }[];
}

/** Orders codes for letters, to be made in the background. */
export async function orderCodes(
  services: Services,
  { by, round, counts }: OrderCodesInput,
): Promise<OrderResult> {
  const refuse = (refusal: OrderRefusal): OrderResult => ({ kind: 'refused', refusal });
  if (round.access !== 'code') return refuse({ kind: 'no_codes_asked' });
  if (isAskedByName(round)) return refuse({ kind: 'asked_by_name' });
  const strata: CodeStrata = counts.filter(({ n }) => n > 0).map((count) => ({ ...count }));
  if (strata.length === 0) return refuse({ kind: 'nothing_ordered' });
  const nOrdered = strata.reduce((sum, { n }) => sum + n, 0);
  return inTransaction(services.db, async (tx): Promise<OrderResult> => {
    // Who orders at the same time waits here, and then counts this order.
    await lockRound(tx, { roundId: round.id, mode: 'counting' });
    const nBefore = (await listCodeBatches(tx, round.id)).reduce((sum, { nCodes }) => sum + nCodes, 0);
    if (nBefore + nOrdered > maximumPerRound) {
      return refuse({ kind: 'too_many_codes', maximum: maximumPerRound });
    }
    const isOrdered = await issueCodes(services, tx, { by, roundId: round.id, strata });
    return isOrdered ? { kind: 'ordered' } : refuse({ kind: 'codes_closed' });
  });
}
