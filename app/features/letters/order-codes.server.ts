import type { AppLoadContext } from '@remix-run/node';
import type { LetterAction } from '#app/features/letters/letter-action.ts';
import { issueCodes } from '#app/fielding/codes/issue-codes.ts';
import { codesRefused } from '#app/i18n/ja/letters.ts';
import { type CodeStrata, listCodeBatches } from '#db/queries/access-code.ts';
import type { Account } from '#db/queries/account.ts';
import { isAskedByName } from '#surveys/round/invitees.ts';
import type { Round } from '#surveys/round/round.ts';
import { wholeStratum } from '#surveys/round/stratum.ts';

export type LetterResult =
  | { readonly kind: 'done' }
  | { readonly kind: 'changed'; readonly action: LetterAction; readonly serial: number }
  | { readonly kind: 'refused'; readonly message: string };

/** The most codes one round may have: every resident of a large city ward. */
const maximumPerRound = 300_000;

/** The strata of a round's letters with how many the frame plans for each; one stratum without a frame. */
export function listStratumPlans(
  round: Round,
): readonly { readonly stratum: string; readonly nPlanned: number | null }[] {
  if (!round.frame) return [{ stratum: wholeStratum, nPlanned: round.nIssued }];
  return round.frame.strata.map(({ id, nIssued }) => ({ stratum: id, nPlanned: nIssued }));
}

/** Orders the codes of a form (`n-<place of the stratum>`), to be made in the background. */
export async function orderCodes(
  context: AppLoadContext,
  { by, round }: { readonly by: Account; readonly round: Round },
): Promise<LetterResult> {
  if (round.access !== 'code') {
    return { kind: 'refused', message: 'この調査回では、回答コードを使いません。' };
  }
  if (isAskedByName(round)) {
    return { kind: 'refused', message: '団体・調査員の回答コードは、「依頼した相手」の画面でつくります。' };
  }
  const strata: CodeStrata = [];
  for (const [index, { stratum }] of listStratumPlans(round).entries()) {
    const typed = (context.form.get(`n-${index}`) ?? '').normalize('NFKC').replaceAll(',', '').trim();
    if (!/^\d{0,6}$/.test(typed)) {
      return { kind: 'refused', message: '通数は、0以上の整数で入力してください。' };
    }
    if (Number(typed) > 0) strata.push({ stratum, n: Number(typed) });
  }
  const nOrdered = strata.reduce((sum, { n }) => sum + n, 0);
  if (nOrdered === 0) return { kind: 'refused', message: '通数を1つ以上入力してください。' };
  const nBefore = (await listCodeBatches(context.services.db, round.id)).reduce(
    (sum, { nCodes }) => sum + nCodes,
    0,
  );
  if (nBefore + nOrdered > maximumPerRound) {
    return {
      kind: 'refused',
      message: `回答コードは、1つの調査回で${maximumPerRound.toLocaleString('ja-JP')}通までです。`,
    };
  }
  const isOrdered = await issueCodes(context.services, { by, roundId: round.id, strata });
  return isOrdered ? { kind: 'done' } : { kind: 'refused', message: codesRefused };
}
