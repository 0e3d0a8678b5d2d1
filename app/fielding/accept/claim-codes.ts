import type { Db } from '#db/dialect.ts';
import { type CodeName, type HeldCode, holdCodes, markCodesUsed } from '#db/queries/code-claim.ts';
import { judgeCode } from '#surveys/round/code-verdict.ts';

/** A submission that asks to use up a code. */
export interface CodeClaim extends CodeName {
  readonly keyHash: string;
}

/** What became of a claim; `repeated`: the same submission key used the code up before. */
export type CodeClaimOutcome =
  | { readonly kind: 'claimed'; readonly stratum: string }
  | { readonly kind: 'repeated' | 'code_used' | 'code_refused' };

/**
 * Uses up codes for submissions, in the caller's transaction: of several claims on one code the first counts,
 * another submission key finds the code used. Unknown, void and returned codes are refused. On PostgreSQL a
 * code that another process is using just now is waited for.
 * @returns one outcome per claim, in their order
 */
export async function claimCodes(tx: Db, claims: readonly CodeClaim[]): Promise<readonly CodeClaimOutcome[]> {
  const codes = new Map((await holdCodes(tx, claims)).map((code) => [nameOf(code), code]));
  const claimed = new Map<string, CodeClaim>();
  const outcomes = claims.map((claim): CodeClaimOutcome => {
    const code: HeldCode | undefined = codes.get(nameOf(claim));
    const verdict = judgeCode(code?.state);
    if (verdict === 'used') {
      return { kind: code?.keyHash === claim.keyHash ? 'repeated' : 'code_used' };
    }
    // One answer sent with two codes at once uses up one of them.
    const submission = `${claim.roundId} ${claim.keyHash}`;
    if (claimed.has(submission)) return { kind: 'repeated' };
    if (code === undefined || verdict !== 'usable') return { kind: 'code_refused' };
    codes.set(nameOf(claim), { ...code, state: 'used', keyHash: claim.keyHash });
    claimed.set(submission, claim);
    return { kind: 'claimed', stratum: code.stratum };
  });
  await markCodesUsed(tx, [...claimed.values()]);
  return outcomes;
}

const nameOf = ({ roundId, codeHash }: CodeName) => `${roundId} ${codeHash}`;
