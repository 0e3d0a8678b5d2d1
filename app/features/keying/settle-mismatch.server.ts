import type { AppLoadContext } from '@remix-run/node';
import type { Difference } from '#app/features/keying/describe-difference.server.ts';
import { maySettle, nameEntries } from '#app/features/keying/load-open-forms.server.ts';
import type { TypedValues } from '#app/features/keying/read-entry.server.ts';
import { acceptForm, openPair, type SettleOutcome } from '#app/features/keying/settle-form.server.ts';
import { readThirdLook } from '#app/features/keying/third-look.server.ts';
import { type WithdrawResult, withdrawEntry } from '#app/features/keying/withdraw-entry.server.ts';
import { audit } from '#app/fielding/audit/audit.ts';
import type { Account } from '#db/queries/account.ts';
import { closeKeyedForm, listOpenForms } from '#db/queries/keyed-entry.ts';
import { findSettler, settlers, upsertSettler } from '#db/queries/paper-setting.ts';
import type { Round } from '#surveys/round/round.ts';

export type SettleResult =
  | WithdrawResult
  | { readonly kind: 'settled' | 'discarded' | 'keyed_anew'; readonly serial: string }
  | { readonly kind: 'settler_changed' | 'gone' | 'not_allowed' }
  | {
      readonly kind: 'invalid';
      readonly serial: string;
      readonly errors: Readonly<Record<string, string>>;
      readonly values: TypedValues;
      readonly neverKeyed: readonly Difference[];
    }
  | {
      readonly kind: 'not_accepted';
      readonly serial: string;
      readonly outcome: Exclude<SettleOutcome, 'waiting' | 'differs' | 'accepted'>;
      readonly values: TypedValues;
      readonly neverKeyed: readonly Difference[];
    };

/** Does what the page of open forms offers: settle a form, drop it or an entry of it, or say who may settle. */
export async function settleMismatch(
  context: AppLoadContext,
  round: Round,
  account: Account,
): Promise<SettleResult> {
  const { db } = context.services;
  const { form: fields } = context;
  const action = fields.get('action');
  if (action === 'settler') return changeSettler(context, round, account);
  if (action === 'withdraw') return withdrawEntry(context, round, account);
  const serial = fields.get('serial') ?? '';
  const form = (await listOpenForms(db, round.id)).find((open) => open.serial === serial);
  if (!form || form.entries.length < 2) return { kind: 'gone' };
  if (!maySettle(await findSettler(db, round.id), form, account.id)) return { kind: 'not_allowed' };
  if ((fields.get('seen') ?? nameEntries(form)) !== nameEntries(form)) return { kind: 'keyed_anew', serial };
  return action === 'discard'
    ? discard(context, round, account, serial)
    : settle(context, round, account, serial);
}

async function changeSettler(context: AppLoadContext, round: Round, account: Account): Promise<SettleResult> {
  const settler = settlers.find((name) => name === context.form.get('settler')) ?? 'other';
  await context.services.db.transaction().execute(async (tx) => {
    await upsertSettler(tx, { roundId: round.id, settler });
    const on = { type: 'round', id: round.id } as const;
    await audit(context.services, tx, {
      by: account,
      action: 'paper.settler_changed',
      on,
      detail: { settler },
    });
  });
  return { kind: 'settler_changed' };
}

function discard(
  context: AppLoadContext,
  round: Round,
  account: Account,
  serial: string,
): Promise<SettleResult> {
  return context.services.db.transaction().execute(async (tx): Promise<SettleResult> => {
    if (!(await closeKeyedForm(tx, { roundId: round.id, serial, counts: [] }))) return { kind: 'gone' };
    const on = { type: 'round', id: round.id } as const;
    const detail = { paperSerial: serial };
    await audit(context.services, tx, { by: account, action: 'paper.discarded', on, detail });
    return { kind: 'discarded', serial };
  });
}

async function settle(
  context: AppLoadContext,
  round: Round,
  account: Account,
  serial: string,
): Promise<SettleResult> {
  const [left, right] = await openPair(context, { roundId: round.id, serial });
  if (!left || !right) return { kind: 'gone' };
  const values: TypedValues = Object.fromEntries(context.form);
  const look = await readThirdLook(context, round, { left, right, values });
  if (!look.ok) return { kind: 'invalid', serial, values, errors: look.errors, neverKeyed: look.neverKeyed };
  const { settled, neverKeyed } = look;
  const outcome = await acceptForm(context, round, { serial, settled, keyed: [left, right] });
  if (outcome === 'waiting' || outcome === 'differs') return { kind: 'gone' };
  if (outcome !== 'accepted') return { kind: 'not_accepted', serial, outcome, values, neverKeyed };
  const on = { type: 'round', id: round.id } as const;
  const isWithoutCode = settled.codeHash === null && (left.codeHash ?? right.codeHash) !== null;
  const detail = { paperSerial: serial, ...(isWithoutCode && { withoutCode: true }) };
  await audit(context.services, context.services.db, { by: account, action: 'paper.settled', on, detail });
  return { kind: 'settled', serial };
}
