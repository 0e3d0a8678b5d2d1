import type { AppLoadContext } from '@remix-run/node';
import { changeLetter, sealBatch } from '#app/features/letters/change-letter.server.ts';
import { letterActions } from '#app/features/letters/letter-action.ts';
import { type LetterResult, orderCodes } from '#app/features/letters/order-codes.server.ts';
import type { Account } from '#db/queries/account.ts';
import type { Round } from '#surveys/round/round.ts';

/**
 * Does what the form of the letters' page asks: order codes, withdraw or renew one letter, seal a batch.
 * @throws {Response} 400 for a form that is none of ours
 */
export async function actOnLetters(
  context: AppLoadContext,
  { by, round }: { readonly by: Account; readonly round: Round },
): Promise<LetterResult> {
  const { form } = context;
  switch (form.get('action')) {
    case 'order':
      return orderCodes(context, { by, round });
    case 'seal': {
      const batch = Number(form.get('batch'));
      if (!Number.isInteger(batch)) throw new Response(null, { status: 400 });
      return sealBatch(context, { by, round, batch });
    }
    case 'letter': {
      const action = letterActions.find((name) => name === form.get('change'));
      if (!action) return { kind: 'refused', message: '手続きを選んでください。' };
      return changeLetter(context, { by, round, action });
    }
    default:
      throw new Response(null, { status: 400 });
  }
}
