import { audit } from '#app/fielding/audit/audit.ts';
import { makeCode } from '#app/fielding/codes/access-codes.ts';
import type { Services } from '#app/fielding/services.ts';
import { type AccessCode, type CodeBatch, listCodeBatches, listCodes } from '#db/queries/access-code.ts';
import type { Account } from '#db/queries/account.ts';
import { type CodeState, liveCodeStates } from '#surveys/round/code-verdict.ts';
import type { Round } from '#surveys/round/round.ts';

/** What one letter carries. */
export interface Letter {
  readonly serial: number;
  readonly stratum: string;
  readonly code: string;
}

/** A letter that reminds of an earlier one, whose code it may leave out. */
export type Reminder = Omit<Letter, 'code'> & { readonly code: string | undefined };

export type TakeLettersResult =
  | { readonly kind: 'taken'; readonly letters: readonly Letter[] }
  | {
      readonly kind: 'refused';
      readonly refusal: { readonly kind: 'unknown_batch' | 'not_made_yet' | 'sealed' };
    };

interface TakeLettersInput {
  readonly by: Account;
  readonly round: Round;
  readonly batch: number;
  readonly as: 'letters' | 'forms' | 'csv' | 'xlsx';
}

/**
 * The letters of a batch that may still be answered, in the order of their serials, codes in plain text. That
 * somebody took them is in the audit log first.
 * @throws {Error} when the codes do not fit their hashes: the master secret is not the one they were made with
 */
export async function takeLetters(
  services: Services,
  { by, round, batch, as }: TakeLettersInput,
): Promise<TakeLettersResult> {
  const { db } = services;
  const found = (await listCodeBatches(db, round.id)).find((one) => one.batch === batch);
  if (!found) return { kind: 'refused', refusal: { kind: 'unknown_batch' } };
  if (found.nMade < found.nCodes) return { kind: 'refused', refusal: { kind: 'not_made_yet' } };
  if (found.seed === null) return { kind: 'refused', refusal: { kind: 'sealed' } };
  const letters = await readLetters(services, { ...found, seed: found.seed });
  const on = { type: 'round', id: round.id } as const;
  const detail = { batch, letters: letters.length, as };
  await audit(services, db, { by, action: 'codes.exported', on, detail });
  return { kind: 'taken', letters };
}

async function readLetters(
  { db, secrets }: Services,
  { roundId, batch, seed }: CodeBatch & { readonly seed: string },
): Promise<readonly Letter[]> {
  const codes = await listCodes(db, { roundId, batch });
  return codes
    .filter(({ state }) => liveCodeStates.includes(state))
    .map(({ serial, stratum, codeHash }) => {
      const made = makeCode(secrets, { roundId, seed, serial });
      if (made.codeHash !== codeHash) {
        throw new Error('codes do not fit their hashes: was KOEBAKO_SECRET or secret.key changed?');
      }
      return { serial, stratum, code: made.code };
    });
}

interface TakeRemindersInput {
  readonly by: Account;
  readonly round: Round;
  readonly as: 'letters' | 'csv' | 'xlsx';
}

/**
 * The letters to remind of: every one that reached somebody, without its code, or, where the round told residents
 * so beforehand, only those not answered, with their codes as long as they are not sealed. That somebody took the
 * list is in the audit log first.
 */
export async function takeReminders(
  services: Services,
  { by, round, as }: TakeRemindersInput,
): Promise<readonly Reminder[]> {
  const { db } = services;
  const isUnusedOnly = round.reminder === 'unused';
  const states: readonly CodeState[] = isUnusedOnly ? ['issued'] : liveCodeStates;
  const codes = (await listCodes(db, { roundId: round.id })).filter(({ state }) => states.includes(state));
  const on = { type: 'round', id: round.id } as const;
  const detail = { to: round.reminder, letters: codes.length, as };
  await audit(services, db, { by, action: 'reminder.exported', on, detail });
  const codeOf = isUnusedOnly ? await openCodes(services, round.id) : () => undefined;
  return codes.map((code) => ({ serial: code.serial, stratum: code.stratum, code: codeOf(code) }));
}

/** Reads single codes of a round; undefined for those of a sealed batch. */
async function openCodes(
  { db, secrets }: Services,
  roundId: string,
): Promise<(code: AccessCode) => string | undefined> {
  const seeds = new Map((await listCodeBatches(db, roundId)).map(({ batch, seed }) => [batch, seed]));
  return ({ batch, serial }) => {
    const seed = seeds.get(batch);
    return seed == null ? undefined : secrets.accessCode(roundId, seed, serial);
  };
}
