import { sql } from 'kysely';
import { chunkRows, type Db, dialectOf } from '#db/dialect.ts';
import { codeStateSchema } from '#db/queries/access-code.ts';
import { type CodeState, judgeCode } from '#surveys/round/code-verdict.ts';

/** A submission that asks to use up a code. */
export interface CodeClaim {
  readonly roundId: string;
  readonly codeHash: string;
  readonly keyHash: string;
}

/** What became of a claim; `repeated`: the same submission key used the code up before. */
export type CodeClaimOutcome =
  | { readonly kind: 'claimed'; readonly stratum: string }
  | { readonly kind: 'repeated' }
  | { readonly kind: 'code_used' }
  | { readonly kind: 'code_refused' };

/** The state of a code while a batch is decided. */
interface HeldCode {
  readonly stratum: string;
  state: CodeState;
  keyHash: string | null;
}

/**
 * Uses up codes for submissions, in the caller's transaction: of several claims on one code the first counts,
 * another submission key finds the code used. Unknown, void and returned codes are refused. On PostgreSQL a
 * code that another process is using just now is waited for.
 * @returns one outcome per claim, in their order
 */
export async function claimCodes(tx: Db, claims: readonly CodeClaim[]): Promise<readonly CodeClaimOutcome[]> {
  const codes = await holdCodes(tx, claims);
  const claimed: CodeClaim[] = [];
  const keys = new Set<string>();
  const outcomes = claims.map((claim): CodeClaimOutcome => {
    const code = codes.get(nameOf(claim));
    const verdict = judgeCode(code?.state);
    if (verdict === 'used') {
      return { kind: code?.keyHash === claim.keyHash ? 'repeated' : 'code_used' };
    }
    // One answer sent with two codes at once uses up one of them.
    if (keys.has(`${claim.roundId} ${claim.keyHash}`)) return { kind: 'repeated' };
    if (code === undefined || verdict !== 'usable') return { kind: 'code_refused' };
    code.state = 'used';
    code.keyHash = claim.keyHash;
    claimed.push(claim);
    keys.add(`${claim.roundId} ${claim.keyHash}`);
    return { kind: 'claimed', stratum: code.stratum };
  });
  await markUsed(tx, claimed);
  return outcomes;
}

const nameOf = ({ roundId, codeHash }: Omit<CodeClaim, 'keyHash'>) => `${roundId} ${codeHash}`;

const byText = (a: string, b: string) => (a < b ? -1 : 1);

/** Statements name one round each, rounds and codes in order, so that two batches cannot deadlock. */
function groupByRound(claims: readonly CodeClaim[]): readonly (readonly [string, readonly CodeClaim[]])[] {
  const groups = new Map<string, Map<string, CodeClaim>>();
  for (const claim of claims) {
    const group = groups.get(claim.roundId) ?? new Map<string, CodeClaim>();
    groups.set(claim.roundId, group.set(claim.codeHash, claim));
  }
  return [...groups]
    .sort(([a], [b]) => byText(a, b))
    .map(([roundId, group]) => [roundId, [...group.values()].sort((a, b) => byText(a.codeHash, b.codeHash))]);
}

/** Locks the claimed codes until the transaction ends and gives how they stand. */
async function holdCodes(tx: Db, claims: readonly CodeClaim[]): Promise<ReadonlyMap<string, HeldCode>> {
  const held = new Map<string, HeldCode>();
  for (const [roundId, ofRound] of groupByRound(claims)) {
    for (const chunk of chunkRows(ofRound, 1)) {
      const hashes = chunk.map(({ codeHash }) => codeHash);
      const select = tx
        .selectFrom('access_code')
        .select(['code_hash', 'stratum', 'state', 'key_hash'])
        .where('round_id', '=', roundId)
        .where('code_hash', 'in', hashes)
        .orderBy('code_hash');
      const rows = await (dialectOf(tx) === 'postgres' ? select.forNoKeyUpdate() : select).execute();
      for (const row of rows) {
        const { stratum, key_hash: keyHash } = row;
        const state = codeStateSchema.parse(row.state);
        held.set(nameOf({ roundId, codeHash: row.code_hash }), { stratum, state, keyHash });
      }
    }
  }
  return held;
}

async function markUsed(tx: Db, claimed: readonly CodeClaim[]): Promise<void> {
  for (const [roundId, ofRound] of groupByRound(claimed)) {
    for (const chunk of chunkRows(ofRound, 3)) {
      const cases = chunk.map(({ codeHash, keyHash }) => sql`when ${codeHash} then ${keyHash}`);
      await tx
        .updateTable('access_code')
        .set({ state: 'used', key_hash: sql<string>`case code_hash ${sql.join(cases, sql` `)} end` })
        .where('round_id', '=', roundId)
        .where(
          'code_hash',
          'in',
          chunk.map(({ codeHash }) => codeHash),
        )
        .execute();
    }
  }
}
