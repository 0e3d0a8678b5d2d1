import type { AppLoadContext } from '@remix-run/node';
import { audit } from '#app/.server/audit.ts';
import { randomToken } from '#app/.server/secrets.ts';
import { type CodeStrata, insertCodeBatch, listCodeBatches } from '#db/queries/access-code.ts';
import type { Account } from '#db/queries/account.ts';
import { inTransaction } from '#db/transaction.ts';
import { isBeforeFielding, type Round } from '#surveys/round/round.ts';

export type LetterResult =
  | { readonly kind: 'done'; readonly message?: string }
  | { readonly kind: 'refused'; readonly message: string };

/** The most codes one round may have: every resident of a large city ward. */
const maximumPerRound = 300_000;

/** The strata of a round's letters with how many the frame plans for each; one stratum without a frame. */
export function listStratumPlans(
  round: Round,
): readonly { readonly stratum: string; readonly nPlanned: number | null }[] {
  if (!round.frame) return [{ stratum: 'all', nPlanned: round.nIssued }];
  return round.frame.strata.map(({ id, nIssued }) => ({ stratum: id, nPlanned: nIssued }));
}

/** Whether codes may still be made and withdrawn: until fielding ends. */
export const isBeforeClosing = ({ state }: Pick<Round, 'state'>): boolean =>
  isBeforeFielding(state) || state === 'open';

/** Orders the codes of a form (`n-<place of the stratum>`), to be made in the background. */
export async function orderCodes(
  context: AppLoadContext,
  { by, round }: { readonly by: Account; readonly round: Round },
): Promise<LetterResult> {
  if (round.access !== 'code' || !isBeforeClosing(round)) {
    return { kind: 'refused', message: 'この調査回では、回答コードをつくれません。' };
  }
  const { db, now, codeMaker } = context.services;
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
  const nBefore = (await listCodeBatches(db, round.id)).reduce((sum, { nCodes }) => sum + nCodes, 0);
  if (nBefore + nOrdered > maximumPerRound) {
    return {
      kind: 'refused',
      message: `回答コードは、1つの調査回で${maximumPerRound.toLocaleString('ja-JP')}通までです。`,
    };
  }
  await inTransaction(db, async (tx) => {
    const order = { roundId: round.id, strata, seed: randomToken(), createdAt: now().toISOString() };
    const { batch } = await insertCodeBatch(tx, order);
    const on = { type: 'round', id: round.id } as const;
    await audit(context, tx, { by, action: 'codes.ordered', on, detail: { batch, letters: nOrdered } });
  });
  codeMaker.nudge();
  return { kind: 'done' };
}
