import type { AppLoadContext } from '@remix-run/node';
import { readEntry, type TypedValues } from '#app/features/keying/read-entry.server.ts';
import { sealEntry } from '#app/features/keying/sealed-entry.server.ts';
import { type SettleOutcome, settleIfAgreed } from '#app/features/keying/settle-form.server.ts';
import { audit } from '#app/fielding/audit/audit.ts';
import { closeAcceptedForm } from '#app/fielding/paper/accepted-forms.ts';
import type { Account } from '#db/queries/account.ts';
import { listKeyedEntries, upsertKeyedEntry } from '#db/queries/keyed-entry.ts';
import { hasSubmission } from '#db/queries/submission.ts';
import { paperKey } from '#surveys/response/submission-key.ts';
import type { Round } from '#surveys/round/round.ts';
import { takesAnswers } from '#surveys/round/takes-answers.ts';

export type KeyFormResult =
  | {
      readonly kind: 'invalid';
      readonly errors: Readonly<Record<string, string>>;
      readonly values: TypedValues;
    }
  | { readonly kind: 'refused'; readonly reason: KeyRefusal; readonly values: TypedValues }
  | {
      readonly kind: 'keyed';
      readonly serial: string;
      readonly batch: string;
      readonly isAgain: boolean;
      readonly outcome: SettleOutcome;
    };

export type KeyRefusal = 'not_open' | 'settled' | 'keyed_by_two';

/**
 * Stores one form as the signed-in account keyed it, blind to what the other keyed; the second entry settles it
 * when both agree. Who keys a form again before anybody else replaces the own entry.
 */
export async function keyForm(
  context: AppLoadContext,
  round: Round,
  account: Account,
): Promise<KeyFormResult> {
  const { db, secrets, now } = context.services;
  const values: TypedValues = Object.fromEntries(context.form);
  const instant = now().toISOString();
  if (!takesAnswers(round, 'paper', instant)) return { kind: 'refused', reason: 'not_open', values };
  const read = readEntry(secrets, round, values);
  if (!read.ok) return { kind: 'invalid', errors: read.errors, values };
  const { serial, batch, entry } = read;
  const form = { roundId: round.id, serial };
  const before = await listKeyedEntries(db, form);
  if (before.length >= 2) return { kind: 'refused', reason: 'keyed_by_two', values };
  const keyHash = secrets.submissionKeyHash(round.id, paperKey(serial));
  const isAccepted = () => hasSubmission(db, { roundId: round.id, keyHash });
  const refuseAccepted = async (): Promise<KeyFormResult> => {
    await closeAcceptedForm(context.services, form);
    return { kind: 'refused', reason: 'settled', values };
  };
  if (await isAccepted()) return refuseAccepted();
  await db.transaction().execute(async (tx) => {
    const sealed = sealEntry(secrets, form, entry);
    await upsertKeyedEntry(tx, {
      ...form,
      entry: { accountId: account.id, batch, sealed, keyedAt: instant },
    });
    const on = { type: 'round', id: round.id } as const;
    const detail = { paperSerial: serial, ...(batch !== '' && { bundle: batch }) };
    await audit(context.services, tx, { by: account, action: 'paper.keyed', on, detail });
  });
  const outcome = await settleIfAgreed(context, round, serial);
  // A sheet with this form may have come in while it was being recorded.
  const isOpen = outcome === 'waiting' || outcome === 'differs';
  if (isOpen && (await isAccepted())) return refuseAccepted();
  const isAgain = before.some(({ accountId }) => accountId === account.id);
  return { kind: 'keyed', serial, batch, isAgain, outcome };
}
