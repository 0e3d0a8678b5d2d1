import type { AppLoadContext } from '@remix-run/node';
import { z } from 'zod';
import { type DifferenceWords, describeDifference } from '#app/features/keying/describe-difference.ts';
import { decisionMessages, type TypedValues } from '#app/features/keying/keying-fields.ts';
import { readDecisions } from '#app/features/keying/read-keying.server.ts';
import type { AcceptanceRefusal } from '#app/fielding/paper/accept-form.ts';
import type { FieldProblem } from '#app/fielding/paper/decide-differences.ts';
import type { Difference } from '#app/fielding/paper/differences.ts';
import { changeSettler, discardForm, type LookRefusal, settleForm } from '#app/fielding/paper/settle-form.ts';
import { type WithdrawRefusal, withdrawEntry } from '#app/fielding/paper/withdraw-entry.ts';
import { type FieldErrors, getForm } from '#app/web/form.ts';
import type { Account } from '#db/queries/account.ts';
import { settlers } from '#db/queries/paper-setting.ts';
import type { Round } from '#surveys/round/round.ts';

/** What was sent for a form and could not be taken. */
export interface RefusedForm {
  readonly errors: FieldErrors;
  readonly values: TypedValues;
  /** Questions that neither keyed, and that the decided answers ask. */
  readonly neverKeyed: readonly DifferenceWords[];
}

/** What became of what somebody asked the page of open forms to do. */
export type FormAnswer =
  | { readonly kind: 'settler_changed' }
  | { readonly kind: 'settled' | 'discarded'; readonly serial: string }
  | { readonly kind: 'withdrawn'; readonly serial: string; readonly isOwn: boolean }
  | { readonly kind: 'invalid'; readonly serial: string; readonly form: RefusedForm }
  | { readonly kind: 'refused'; readonly serial: string; readonly refusal: LookRefusal }
  | {
      readonly kind: 'not_accepted';
      readonly serial: string;
      readonly outcome: AcceptanceRefusal;
      readonly form: RefusedForm;
    }
  | { readonly kind: 'not_withdrawn'; readonly refusal: WithdrawRefusal };

const actionSchema = z.object({ action: z.enum(['settler', 'withdraw', 'discard', 'settle']) });
const settlerSchema = z.object({ settler: z.enum(settlers) });
const serialSchema = z.object({ serial: z.string() });
const lookedAtSchema = z.object({ serial: z.string(), seen: z.string() });

interface Acting {
  readonly by: Account;
  readonly round: Round;
}

/** Does what the page of open forms asks: settle a form, drop it or an entry of it, or say who may settle. */
export async function actOnForm(
  { services, form }: Pick<AppLoadContext, 'services' | 'form'>,
  { by, round }: Acting,
): Promise<FormAnswer> {
  switch (getForm(actionSchema, form).action) {
    case 'settler':
      await changeSettler(services, { by, round, ...getForm(settlerSchema, form) });
      return { kind: 'settler_changed' };
    case 'withdraw': {
      const { serial: typedSerial } = getForm(serialSchema, form);
      const result = await withdrawEntry(services, { by, round, typedSerial });
      return result.kind === 'refused' ? { ...result, kind: 'not_withdrawn' } : result;
    }
    case 'discard': {
      const looked = getForm(lookedAtSchema, form);
      const result = await discardForm(services, { by, round, ...looked });
      return { ...result, serial: looked.serial };
    }
    case 'settle':
      return settle({ services, form }, { by, round });
  }
}

async function settle(
  { services, form }: Pick<AppLoadContext, 'services' | 'form'>,
  { by, round }: Acting,
): Promise<FormAnswer> {
  const { serial, seen } = getForm(lookedAtSchema, form);
  const { decisions, values } = readDecisions(round, form);
  const result = await settleForm(services, { by, round, serial, seen, decisions });
  const shownAgain = (neverKeyed: readonly Difference[], problems: readonly FieldProblem[] = []) => ({
    errors: decisionMessages(problems),
    values,
    neverKeyed: neverKeyed.map((difference) => describeDifference(round, difference)),
  });
  switch (result.kind) {
    case 'settled':
    case 'refused':
      return { ...result, serial };
    case 'invalid':
      return { kind: 'invalid', serial, form: shownAgain(result.neverKeyed, result.problems) };
    case 'not_accepted':
      return { kind: 'not_accepted', serial, outcome: result.outcome, form: shownAgain(result.neverKeyed) };
  }
}
