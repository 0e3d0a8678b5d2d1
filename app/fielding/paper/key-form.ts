import { audit } from '#app/fielding/audit/audit.ts';
import { type FormOutcome, settleIfAgreed } from '#app/fielding/paper/accept-form.ts';
import { closeAcceptedForm } from '#app/fielding/paper/accepted-forms.ts';
import { type EntryProblem, readEntry, type TypedEntry } from '#app/fielding/paper/read-entry.ts';
import { sealEntry } from '#app/fielding/paper/sealed-entry.ts';
import type { Services } from '#app/fielding/services.ts';
import type { Account } from '#db/queries/account.ts';
import { listKeyedEntries, upsertKeyedEntry } from '#db/queries/keyed-entry.ts';
import { hasSubmission } from '#db/queries/submission.ts';
import { paperKey } from '#surveys/response/submission-key.ts';
import type { Round } from '#surveys/round/round.ts';
import { takesAnswers } from '#surveys/round/takes-answers.ts';

export type KeyFormResult =
  | { readonly kind: 'invalid'; readonly problems: readonly EntryProblem[] }
  | { readonly kind: 'refused'; readonly refusal: KeyRefusal }
  | {
      readonly kind: 'keyed';
      readonly serial: string;
      readonly batch: string;
      /** Whether it took the place of what the same person keyed before. */
      readonly isAgain: boolean;
      readonly outcome: FormOutcome;
    };

export interface KeyRefusal {
  readonly kind: 'not_open' | 'settled' | 'keyed_by_two';
}

interface KeyFormInput {
  readonly by: Account;
  readonly round: Round;
  readonly typed: TypedEntry;
}

const refused = (kind: KeyRefusal['kind']): KeyFormResult => ({ kind: 'refused', refusal: { kind } });

/**
 * Stores one form as an account keyed it, blind to what the other keyed; the second entry settles it when both
 * agree. Who keys a form again before anybody else replaces the own entry.
 */
export async function keyForm(
  services: Services,
  { by, round, typed }: KeyFormInput,
): Promise<KeyFormResult> {
  const { db, secrets, now } = services;
  const instant = now().toISOString();
  if (!takesAnswers(round, 'paper', instant)) return refused('not_open');
  const read = readEntry(services, { round, typed });
  if (!read.ok) return { kind: 'invalid', problems: read.problems };
  const { serial, batch, entry } = read;
  const form = { roundId: round.id, serial };
  const before = await listKeyedEntries(db, form);
  if (before.length >= 2) return refused('keyed_by_two');
  const keyHash = secrets.submissionKeyHash(round.id, paperKey(serial));
  const isAccepted = () => hasSubmission(db, { roundId: round.id, keyHash });
  const refuseAccepted = async (): Promise<KeyFormResult> => {
    await closeAcceptedForm(services, form);
    return refused('settled');
  };
  if (await isAccepted()) return refuseAccepted();
  await db.transaction().execute(async (tx) => {
    const sealed = sealEntry(secrets, form, entry);
    await upsertKeyedEntry(tx, { ...form, entry: { accountId: by.id, batch, sealed, keyedAt: instant } });
    const on = { type: 'round', id: round.id } as const;
    const detail = { paperSerial: serial, ...(batch !== '' && { bundle: batch }) };
    await audit(services, tx, { by, action: 'paper.keyed', on, detail });
  });
  const outcome = await settleIfAgreed(services, { round, serial });
  // A sheet with this form may have come in while it was being recorded.
  const isOpen = outcome === 'waiting' || outcome === 'differs';
  if (isOpen && (await isAccepted())) return refuseAccepted();
  const isAgain = before.some(({ accountId }) => accountId === by.id);
  return { kind: 'keyed', serial, batch, isAgain, outcome };
}
