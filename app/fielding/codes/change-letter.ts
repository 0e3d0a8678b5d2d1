import { audit } from '#app/fielding/audit/audit.ts';
import { hashOfCode } from '#app/fielding/codes/access-codes.ts';
import { holdCodes, orderedNow } from '#app/fielding/codes/issue-codes.ts';
import { orderBatch } from '#app/fielding/codes/make-codes.ts';
import type { Services } from '#app/fielding/services.ts';
import type { Db } from '#db/connect.ts';
import { type AccessCode, findCode } from '#db/queries/access-code.ts';
import type { Account } from '#db/queries/account.ts';
import { sealCodes, withdrawCode } from '#db/queries/code-state.ts';
import { afterCommit, inTransaction } from '#db/transaction.ts';
import { parseCode } from '#surveys/round/access-code.ts';
import type { Round } from '#surveys/round/round.ts';

/** What can be done with one letter: withdraw it, note that the post returned it, or make it anew. */
export const letterActions = ['void', 'returned', 'reissue'] as const;
export type LetterAction = (typeof letterActions)[number];

export type ChangeLetterResult =
  | { readonly kind: 'changed'; readonly serial: number }
  | { readonly kind: 'refused'; readonly refusal: LetterRefusal };

export type LetterRefusal =
  | { readonly kind: 'unknown_letter' | 'codes_closed' }
  | { readonly kind: 'letter_ended'; readonly serial: number };

interface LetterChange {
  readonly by: Account;
  readonly round: Round;
  /** The number of a letter, or its code, as somebody typed it. */
  readonly letter: string;
  readonly action: LetterAction;
}

/** Withdraws a letter, and makes a new code of its stratum when asked to. */
export async function changeLetter(services: Services, change: LetterChange): Promise<ChangeLetterResult> {
  const { round, action } = change;
  const refuse = (refusal: LetterRefusal): ChangeLetterResult => ({ kind: 'refused', refusal });
  const found = await findLetter(services, round, change.letter);
  if (!found) return refuse({ kind: 'unknown_letter' });
  const { db, usedCodes, log } = services;
  const { serial, codeHash } = found;
  const outcome = await inTransaction(db, (tx) => withdraw(tx, services, { ...change, found }));
  if (outcome === 'closed') return refuse({ kind: 'codes_closed' });
  if (outcome === 'ended') return refuse({ kind: 'letter_ended', serial });
  // The letter is withdrawn by now; what could not be noted here is noted with the next catching up.
  await usedCodes
    .append([{ roundId: round.id, codeHash, state: stateAfter(action) }])
    .catch((error) => log.error({ err: error }, 'a withdrawn code could not be noted'));
  return { kind: 'changed', serial };
}

const stateAfter = (action: LetterAction) => (action === 'returned' ? 'returned' : 'void');

/** Does it, with its entry in the log; a refusal is written down, too: it tells that a letter was answered. */
async function withdraw(
  tx: Db,
  services: Services,
  { by, round, action, found }: LetterChange & { readonly found: AccessCode },
): Promise<'done' | 'closed' | 'ended'> {
  const { serial, stratum } = found;
  const on = { type: 'round', id: round.id } as const;
  if (!(await holdCodes(tx, round.id))) return 'closed';
  const to = stateAfter(action);
  if (!(await withdrawCode(tx, { roundId: round.id, serial, to }))) {
    await audit(services, tx, { by, action: 'letter.refused', on, detail: { serial } });
    return 'ended';
  }
  if (action !== 'reissue') {
    await audit(services, tx, { by, action: 'letter.withdrawn', on, detail: { serial, state: to } });
    return 'done';
  }
  const order = { roundId: round.id, strata: [{ stratum, n: 1 }], ...orderedNow(services) };
  const { batch, firstSerial } = await orderBatch(tx, order);
  const detail = { serial, state: to, batch, newSerial: firstSerial };
  await audit(services, tx, { by, action: 'letter.reissued', on, detail });
  afterCommit(tx, services.codeMaker.nudge);
  return 'done';
}

/** The letter that is meant by a number of up to six digits, or by the code that someone reads out. */
async function findLetter(
  { db, secrets }: Services,
  round: Round,
  text: string,
): Promise<AccessCode | undefined> {
  const typed = text.normalize('NFKC').trim();
  if (/^\d{1,6}$/.test(typed)) return findCode(db, { roundId: round.id, serial: Number(typed) });
  const parsed = parseCode(typed);
  if (!parsed.ok) return undefined;
  return findCode(db, { roundId: round.id, codeHash: hashOfCode(secrets, round.id, parsed.code) });
}

/** Destroys what the codes of a batch could be read from again; the letters stay valid. */
export async function sealBatch(
  services: Services,
  { by, round, batch }: { readonly by: Account; readonly round: Round; readonly batch: number },
): Promise<void> {
  await inTransaction(services.db, async (tx) => {
    await sealCodes(tx, { roundId: round.id, batch });
    const on = { type: 'round', id: round.id } as const;
    await audit(services, tx, { by, action: 'codes.sealed', on, detail: { batch } });
  });
}
