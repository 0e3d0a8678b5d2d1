import { type IssueRefusal, issueCodes } from '#app/fielding/codes/issue-codes.ts';
import type { Services } from '#app/fielding/services.ts';
import type { Account } from '#db/queries/account.ts';
import { type InviteeProblem, parseInvitees } from '#surveys/round/invitees.ts';
import type { Round } from '#surveys/round/round.ts';

export type InviteResult =
  | { readonly kind: 'invited' }
  | { readonly kind: 'refused'; readonly refusal: InviteRefusal };

export type InviteRefusal =
  | { readonly kind: 'no_codes_asked' | 'no_names' }
  | IssueRefusal
  | { readonly kind: 'wrong_lines'; readonly problems: readonly InviteeProblem[] };

/**
 * Orders codes for people and organisations named one by one: the name takes the place of a stratum, so that
 * an answer says whose it is. Only for audiences that are told so.
 */
export async function inviteByName(
  services: Services,
  { by, round, names }: { readonly by: Account; readonly round: Round; readonly names: string },
): Promise<InviteResult> {
  const refuse = (refusal: InviteRefusal): InviteResult => ({ kind: 'refused', refusal });
  if (round.access !== 'code') return refuse({ kind: 'no_codes_asked' });
  const list = parseInvitees(names);
  if (!list.ok) return refuse({ kind: 'wrong_lines', problems: list.problems });
  if (list.invitees.length === 0) return refuse({ kind: 'no_names' });
  const strata = list.invitees.map(({ name, nCodes }) => ({ stratum: name, n: nCodes }));
  const refusal = await issueCodes(services, { by, roundId: round.id, strata });
  return refusal ? refuse(refusal) : { kind: 'invited' };
}
