import type { AppLoadContext } from '@remix-run/node';
import { issueCodes } from '#app/fielding/codes/issue-codes.ts';
import { codesRefused } from '#app/i18n/ja/letters.ts';
import type { Account } from '#db/queries/account.ts';
import { type InviteeProblem, parseInvitees } from '#surveys/round/invitees.ts';
import type { Round } from '#surveys/round/round.ts';

export type InviteResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'refused'; readonly typed: string; readonly message: string };

const problemWords: Readonly<Record<InviteeProblem['kind'], string>> = {
  too_long: '名前がないか、長すぎます',
  repeated: '同じ名前が上にあります',
  wrong_number: '回数は1から100までの数で入力してください',
};

/**
 * Orders codes for people and organisations named one by one: the name takes the place of a stratum, so that
 * an answer says whose it is. Only for audiences that are told so.
 */
export async function inviteByName(
  context: AppLoadContext,
  { by, round }: { readonly by: Account; readonly round: Round },
): Promise<InviteResult> {
  const typed = (context.form.get('names') ?? '').slice(0, 20_000);
  const refuse = (message: string): InviteResult => ({ kind: 'refused', typed, message });
  if (round.access !== 'code') return refuse('この調査回では、回答コードを使いません。');
  const list = parseInvitees(typed);
  if (!list.ok) {
    return refuse(list.problems.map(({ line, kind }) => `${line}行目: ${problemWords[kind]}`).join('。'));
  }
  if (list.invitees.length === 0) return refuse('名前を1つ以上入力してください。');
  const strata = list.invitees.map(({ name, nCodes }) => ({ stratum: name, n: nCodes }));
  const isOrdered = await issueCodes(context.services, { by, roundId: round.id, strata });
  return isOrdered ? { kind: 'done' } : refuse(codesRefused);
}
