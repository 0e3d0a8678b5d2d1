import { type IssueRefusal, issueCodes } from '#app/fielding/codes/issue-codes.ts';
import type { Services } from '#app/fielding/services.ts';
import type { CodeStrata } from '#db/queries/access-code.ts';
import type { Account } from '#db/queries/account.ts';
import { isAskedByName } from '#surveys/round/invitees.ts';
import type { Round } from '#surveys/round/round.ts';
import { wholeStratum } from '#surveys/round/stratum.ts';

export type OrderResult =
  | { readonly kind: 'ordered' }
  | { readonly kind: 'refused'; readonly refusal: OrderRefusal };

export type OrderRefusal =
  | { readonly kind: 'no_codes_asked' | 'asked_by_name' | 'nothing_ordered' }
  | IssueRefusal;

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
  const refusal = await issueCodes(services, { by, roundId: round.id, strata });
  return refusal ? refuse(refusal) : { kind: 'ordered' };
}
