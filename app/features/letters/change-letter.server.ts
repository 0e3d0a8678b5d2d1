import type { AppLoadContext } from '@remix-run/node';
import { hashOfCode } from '#app/.server/access-codes.ts';
import { audit } from '#app/.server/audit.ts';
import { holdCodes, orderedNow } from '#app/.server/issue-codes.ts';
import { formatSerial } from '#app/features/letters/letter-details.server.ts';
import type { LetterResult } from '#app/features/letters/order-codes.server.ts';
import { codesRefused } from '#app/i18n/ja/letters.ts';
import { type AccessCode, findCode, insertCodeBatch } from '#db/queries/access-code.ts';
import type { Account } from '#db/queries/account.ts';
import { sealCodes, withdrawCode } from '#db/queries/code-state.ts';
import { inTransaction } from '#db/transaction.ts';
import { parseCode } from '#surveys/round/access-code.ts';
import type { Round } from '#surveys/round/round.ts';

export const letterActions = ['void', 'returned', 'reissue'] as const;
export type LetterAction = (typeof letterActions)[number];

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
  if (!letter) return refused('その整理番号・回答コードの手紙は見つかりませんでした。');
  const { db, codeMaker } = context.services;
  const { serial, stratum } = letter;
  const name = `整理番号 ${formatSerial(serial)}`;
  const outcome = await inTransaction(db, async (tx) => {
    if (!(await holdCodes(tx, round.id))) return 'shut';
    const to = action === 'returned' ? 'returned' : 'void';
    if (!(await withdrawCode(tx, { roundId: round.id, serial, to }))) return 'used';
    if (action === 'reissue') {
      await insertCodeBatch(tx, { roundId: round.id, strata: [{ stratum, n: 1 }], ...orderedNow(context) });
    }
    const on = { type: 'round', id: round.id } as const;
    const audited = action === 'reissue' ? 'letter.reissued' : 'letter.withdrawn';
    await audit(context, tx, { by, action: audited, on, detail: { serial, state: to } });
    return 'done';
  });
  if (outcome === 'shut') return refused(codesRefused);
  if (outcome === 'used') return refused(`${name}の回答コードは、もう使われているため、変更できません。`);
  if (action !== 'reissue') {
    return {
      kind: 'done',
      message: `${name}を${action === 'void' ? '取り消し' : '返送扱いにし'}ました。この回答コードでは回答できません。`,
    };
  }
  codeMaker.nudge();
  return {
    kind: 'done',
    message: `${name}を取り消し、代わりの回答コードを1通つくりました。下の表の最後の行から印刷してください。`,
  };
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
    await audit(context, tx, { by, action: 'codes.sealed', on, detail: { batch } });
  });
  return { kind: 'done', message: '封をしました。この回の回答コードは、もう誰にも表示できません。' };
}
