import { audit } from '#app/fielding/audit/audit.ts';
import { type FormOutcome, settleIfAgreed } from '#app/fielding/paper/accept-form.ts';
import { closeIfAccepted } from '#app/fielding/paper/accepted-forms.ts';
import { type EntryProblem, readEntry, type TypedEntry } from '#app/fielding/paper/read-entry.ts';
import { sealEntry } from '#app/fielding/paper/sealed-entry.ts';
import type { Services } from '#app/fielding/services.ts';
import type { Db } from '#db/dialect.ts';
import type { Account } from '#db/queries/account.ts';
import { listKeyedEntries, upsertKeyedEntry } from '#db/queries/keyed-entry.ts';
import { findRoundStatus, lockRound } from '#db/queries/round.ts';
import { inTransaction } from '#db/transaction.ts';
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

const refused = (kind: KeyRefusal['kind']) => ({ kind: 'refused', refusal: { kind } }) as const;

/**
 * Stores one form as an account keyed it, blind to what the other keyed; the second entry settles it when both
 * agree. Who keys a form again before anybody else replaces the own entry.
 */
export async function keyForm(services: Services, input: KeyFormInput): Promise<KeyFormResult> {
  const { db } = services;
  const { round } = input;
  const recorded = await inTransaction(db, (tx) => recordEntry(services, tx, input));
  if (recorded.kind !== 'recorded') return recorded;
  const { serial, batch, isAgain } = recorded;
  const outcome = await settleIfAgreed(services, { round, serial });
  // A sheet with this form may have come in while it was being recorded.
  const isOpen = outcome === 'waiting' || outcome === 'differs';
  if (isOpen && (await closeIfAccepted(services, db, { roundId: round.id, serial }))) {
    return refused('settled');
  }
  return { kind: 'keyed', serial, batch, isAgain, outcome };
}

type Recorded =
  | { readonly kind: 'recorded'; readonly serial: string; readonly batch: string; readonly isAgain: boolean }
  | Exclude<KeyFormResult, { readonly kind: 'keyed' }>;

/**
 * Records an entry where the round takes it, in the caller's transaction, until whose end the round cannot be
 * finalised and nobody else keys one of its forms.
 */
async function recordEntry(
  services: Services,
  tx: Db,
  { by, round, typed }: KeyFormInput,
): Promise<Recorded> {
  const keyedAt = services.now().toISOString();
  await lockRound(tx, { roundId: round.id, mode: 'counting' });
  const current = await findRoundStatus(tx, round.id);
  if (!current || !takesAnswers(current, 'paper', keyedAt)) return refused('not_open');
  const read = readEntry(services, { round, typed });
  if (!read.ok) return { kind: 'invalid', problems: read.problems };
  const { serial, batch, entry } = read;
  const form = { roundId: round.id, serial };
  const before = await listKeyedEntries(tx, form);
  if (before.length >= 2) return refused('keyed_by_two');
  if (await closeIfAccepted(services, tx, form)) return refused('settled');
  const sealed = sealEntry(services.secrets, form, entry);
  await upsertKeyedEntry(tx, { ...form, entry: { accountId: by.id, batch, sealed, keyedAt } });
  const on = { type: 'round', id: round.id } as const;
  const detail = { paperSerial: serial, ...(batch !== '' && { bundle: batch }) };
  await audit(services, tx, { by, action: 'paper.keyed', on, detail });
  const isAgain = before.some(({ accountId }) => accountId === by.id);
  return { kind: 'recorded', serial, batch, isAgain };
}
