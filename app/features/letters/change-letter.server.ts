import type { AppLoadContext } from '@remix-run/node';
import { formatSerial } from '#app/features/letters/format-serial.ts';
import type { LetterAction } from '#app/features/letters/letter-action.ts';
import type { LetterResult } from '#app/features/letters/order-codes.server.ts';
import { audit } from '#app/fielding/audit/audit.ts';
import { hashOfCode } from '#app/fielding/codes/access-codes.ts';
import { holdCodes, orderedNow } from '#app/fielding/codes/issue-codes.ts';
import { codesRefused } from '#app/i18n/ja/letters.ts';
import type { Db } from '#db/connect.ts';
import { type AccessCode, findCode, insertCodeBatch } from '#db/queries/access-code.ts';
import type { Account } from '#db/queries/account.ts';
import { sealCodes, withdrawCode } from '#db/queries/code-state.ts';
import { afterCommit, inTransaction } from '#db/transaction.ts';
import { parseCode } from '#surveys/round/access-code.ts';
import type { Round } from '#surveys/round/round.ts';

interface LetterChange {
  readonly by: Account;
  readonly round: Round;
  readonly action: LetterAction;
}

const refused = (message: string): LetterResult => ({ kind: 'refused', message });

/** Withdraws a letter named by its number or its code, and makes a new code of its stratum when asked to. */
export async function changeLetter(
  context: AppLoadContext,
  { by, round, action }: LetterChange,
): Promise<LetterResult> {
  const letter = await findLetter(context, round, context.form.get('letter') ?? '');
  if (!letter)
    return refused(
      'その整理番号・回答コードの手紙は、この調査回にありません。手紙の右下の番号か、回答コードの文字を確かめて、もう一度入力してください。',
    );
  const { db, usedCodes, log } = context.services;
  const { serial, codeHash } = letter;
  const outcome = await inTransaction(db, (tx) => withdraw(tx, context, { by, round, action, letter }));
  if (outcome === 'shut') return refused(codesRefused);
  if (outcome === 'ended') {
    return refused(
      `整理番号 ${formatSerial(serial)}は、すでに使われているか取り消されているため、変更できません。新しい手紙が必要なときは「手紙を追加する」からつくってください。`,
    );
  }
  // The letter is withdrawn by now; what could not be noted here is noted with the next catching up.
  await usedCodes
    .append([{ roundId: round.id, codeHash, state: stateAfter(action) }])
    .catch((error) => log.error({ err: error }, 'a withdrawn code could not be noted'));
  return { kind: 'changed', action, serial };
}

const stateAfter = (action: LetterAction) => (action === 'returned' ? 'returned' : 'void');

/** Does it, with its entry in the log; a refusal is written down, too: it tells that a letter was answered. */
async function withdraw(
  tx: Db,
  context: AppLoadContext,
  { by, round, action, letter }: LetterChange & { readonly letter: AccessCode },
): Promise<'done' | 'shut' | 'ended'> {
  const { serial, stratum } = letter;
  const on = { type: 'round', id: round.id } as const;
  if (!(await holdCodes(tx, round.id))) return 'shut';
  const to = stateAfter(action);
  if (!(await withdrawCode(tx, { roundId: round.id, serial, to }))) {
    await audit(context.services, tx, { by, action: 'letter.refused', on, detail: { serial } });
    return 'ended';
  }
  if (action !== 'reissue') {
    await audit(context.services, tx, { by, action: 'letter.withdrawn', on, detail: { serial, state: to } });
    return 'done';
  }
  const order = { roundId: round.id, strata: [{ stratum, n: 1 }], ...orderedNow(context.services) };
  const { batch, firstSerial } = await insertCodeBatch(tx, order);
  const detail = { serial, state: to, batch, newSerial: firstSerial };
  await audit(context.services, tx, { by, action: 'letter.reissued', on, detail });
  afterCommit(tx, context.services.codeMaker.nudge);
  return 'done';
}

/** The letter a clerk means by a number of up to six digits, or by the code that someone reads out. */
async function findLetter(
  context: AppLoadContext,
  round: Round,
  text: string,
): Promise<AccessCode | undefined> {
  const { db, secrets } = context.services;
  const typed = text.normalize('NFKC').trim();
  if (/^\d{1,6}$/.test(typed)) return findCode(db, { roundId: round.id, serial: Number(typed) });
  const parsed = parseCode(typed);
  if (!parsed.ok) return undefined;
  return findCode(db, { roundId: round.id, codeHash: hashOfCode(secrets, round.id, parsed.code) });
}

/** Destroys what the codes of a batch could be read from again; the letters stay valid. */
export async function sealBatch(
  context: AppLoadContext,
  { by, round, batch }: { readonly by: Account; readonly round: Round; readonly batch: number },
): Promise<LetterResult> {
  await inTransaction(context.services.db, async (tx) => {
    await sealCodes(tx, { roundId: round.id, batch });
    const on = { type: 'round', id: round.id } as const;
    await audit(context.services, tx, { by, action: 'codes.sealed', on, detail: { batch } });
  });
  return { kind: 'done' };
}
