import { audit } from '#app/fielding/audit/audit.ts';
import {
  type FormOutcome,
  type HeldForms,
  holdingForms,
  listQuestions,
  openPair,
} from '#app/fielding/paper/accept-form.ts';
import { closeAcceptedForm, isFormAccepted } from '#app/fielding/paper/accepted-forms.ts';
import { type EntryProblem, readEntry, type TypedEntry } from '#app/fielding/paper/read-entry.ts';
import { sealEntry } from '#app/fielding/paper/sealed-entry.ts';
import type { Services } from '#app/fielding/services.ts';
import type { Account } from '#db/queries/account.ts';
import { listKeyedEntries, upsertKeyedEntry } from '#db/queries/keyed-entry.ts';
import { findRoundStatus } from '#db/queries/round.ts';
import { compareEntries } from '#surveys/paper/keyed-entry.ts';
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
  const { round } = input;
  const result = await holdingForms(services, round, (held) => recordEntry(services, held, input));
  if (result.kind !== 'keyed' || (result.outcome !== 'waiting' && result.outcome !== 'differs'))
    return result;
  // A sheet with this form may have come in while it was being recorded.
  const form = { roundId: round.id, serial: result.serial };
  const { db } = services;
  const isSuperseded =
    (await isFormAccepted(services, db, form)) && (await closeAcceptedForm(services, db, form));
  return isSuperseded ? refused('settled') : result;
}

/** Records an entry where the round takes it, and settles its form, in the transaction that holds the forms. */
async function recordEntry(
  services: Services,
  held: HeldForms,
  { by, round, typed }: KeyFormInput,
): Promise<KeyFormResult> {
  const { tx } = held;
  const keyedAt = services.now().toISOString();
  const current = await findRoundStatus(tx, round.id);
  if (!current || !takesAnswers({ ...round, ...current }, 'paper', keyedAt)) return refused('not_open');
  const read = readEntry(services, { round, typed });
  if (!read.ok) return { kind: 'invalid', problems: read.problems };
  const { serial, batch, entry } = read;
  const form = { roundId: round.id, serial };
  const before = await listKeyedEntries(tx, form);
  if (before.length >= 2) return refused('keyed_by_two');
  if (await isFormAccepted(services, tx, form)) {
    await closeAcceptedForm(services, tx, form);
    return refused('settled');
  }
  const sealed = sealEntry(services.secrets, form, entry);
  await upsertKeyedEntry(tx, { ...form, entry: { accountId: by.id, batch, sealed, keyedAt } });
  const outcome = await settleIfAgreed(services, held, { round, serial });
  const on = { type: 'round', id: round.id } as const;
  const detail = { paperSerial: serial, ...(batch !== '' && { bundle: batch }) };
  await audit(services, tx, { by, action: 'paper.keyed', on, detail });
  const isAgain = before.some(({ accountId }) => accountId === by.id);
  return { kind: 'keyed', serial, batch, isAgain, outcome };
}

/** Accepts a form once two accounts keyed it alike; free text stands as the first of them wrote it. */
async function settleIfAgreed(
  services: Services,
  { tx, accept }: HeldForms,
  { round, serial }: { readonly round: Round; readonly serial: string },
): Promise<FormOutcome> {
  const form = { roundId: round.id, serial };
  const [left, right] = openPair(services, form, await listKeyedEntries(tx, form));
  if (!left || !right) return 'waiting';
  if (compareEntries(listQuestions(round), left, right).length > 0) return 'differs';
  return accept({ serial, settled: left, keyed: [left, right] });
}
