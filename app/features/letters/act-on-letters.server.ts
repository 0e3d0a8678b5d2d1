import type { AppLoadContext } from '@remix-run/node';
import { z } from 'zod';
import {
  changeLetter,
  type LetterAction,
  letterActions,
  sealBatch,
} from '#app/fielding/codes/change-letter.ts';
import { listStratumPlans, orderCodes } from '#app/fielding/codes/order-codes.ts';
import { codesRefusalMessage } from '#app/i18n/ja/letters.ts';
import { type FormResult, getForm, parseForm } from '#app/web/form.ts';
import type { Account } from '#db/queries/account.ts';
import type { Round } from '#surveys/round/round.ts';

/** What became of what somebody asked the page of letters to do. */
export type LetterAnswer =
  | { readonly kind: 'done' }
  | { readonly kind: 'changed'; readonly action: LetterAction; readonly serial: number }
  | { readonly kind: 'refused'; readonly message: string };

const actionSchema = z.object({ action: z.enum(['order', 'seal', 'letter']) });
const sealSchema = z.object({
  batch: z
    .string()
    .regex(/^[1-9]\d{0,8}$/)
    .transform(Number),
});
const letterSchema = z.object({
  letter: z.string(),
  change: z.enum(letterActions, '手続きを選んでください。'),
});

/** How many letters of a stratum, as people type numbers; none when left empty. */
const countField = z
  .string()
  .transform((text) => text.normalize('NFKC').replaceAll(',', '').trim())
  .pipe(z.string().regex(/^\d{0,6}$/, '通数は、0以上の整数で入力してください。'))
  .transform(Number);

type Context = Pick<AppLoadContext, 'services' | 'form'>;

interface Acting {
  readonly by: Account;
  readonly round: Round;
}

/**
 * Does what the form of the letters' page asks: order codes, withdraw or renew one letter, seal a batch.
 * @throws {Response} 400 for a form that is none of ours
 */
export async function actOnLetters(context: Context, acting: Acting): Promise<LetterAnswer> {
  const { services, form } = context;
  switch (getForm(actionSchema, form).action) {
    case 'order':
      return order(context, acting);
    case 'letter':
      return change(context, acting);
    case 'seal':
      await sealBatch(services, { ...acting, ...getForm(sealSchema, form) });
      return { kind: 'done' };
  }
}

async function order({ services, form }: Context, { by, round }: Acting): Promise<LetterAnswer> {
  const plans = listStratumPlans(round);
  const fields = Object.fromEntries(plans.map((_, place) => [`n-${place}`, countField]));
  const parsed = parseForm(z.object(fields), form);
  if (!parsed.ok) return refuseForm(parsed);
  const counts = plans.map(({ stratum }, place) => ({ stratum, n: parsed.form[`n-${place}`] ?? 0 }));
  const result = await orderCodes(services, { by, round, counts });
  return result.kind === 'ordered'
    ? { kind: 'done' }
    : { kind: 'refused', message: codesRefusalMessage(result.refusal) };
}

async function change({ services, form }: Context, { by, round }: Acting): Promise<LetterAnswer> {
  const parsed = parseForm(letterSchema, form);
  if (!parsed.ok) return refuseForm(parsed);
  const { letter, change: action } = parsed.form;
  const result = await changeLetter(services, { by, round, letter, action });
  return result.kind === 'changed'
    ? { ...result, action }
    : { kind: 'refused', message: codesRefusalMessage(result.refusal) };
}

/** One message at a time: the page shows it above its forms. */
const refuseForm = ({ errors }: Extract<FormResult<unknown>, { ok: false }>): LetterAnswer => ({
  kind: 'refused',
  message: Object.values(errors)[0] ?? '',
});
