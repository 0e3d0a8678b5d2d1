import { sql } from 'kysely';
import { chunkRows, type Db, dialectOf } from '#db/dialect.ts';
import { groupByRound } from '#db/group-by-round.ts';
import { codeStateSchema } from '#db/queries/access-code.ts';
import type { CodeState } from '#surveys/round/code-verdict.ts';

/** Which code; only its hash is stored. */
export interface CodeName {
  readonly roundId: string;
  readonly codeHash: string;
}

/** A code whose row is locked, as it stands. */
export interface HeldCode extends CodeName {
  readonly stratum: string;
  readonly state: CodeState;
  /** The submission key that used it up; null for a code that is not used. */
  readonly keyHash: string | null;
}

/**
 * Locks codes until the transaction ends and gives how they stand; those that do not exist are absent. On PostgreSQL
 * a code that another process has locked is waited for.
 */
export async function holdCodes(tx: Db, codes: readonly CodeName[]): Promise<readonly HeldCode[]> {
  const held: HeldCode[] = [];
  for (const [roundId, ofRound] of groupByRound(codes)) {
    // Each once, in one order, so that two batches cannot deadlock.
    const hashes = [...new Set(ofRound.map(({ codeHash }) => codeHash))].sort();
    for (const chunk of chunkRows(hashes, 1)) {
      const select = tx
        .selectFrom('access_code')
        .select(['code_hash', 'stratum', 'state', 'key_hash'])
        .where('round_id', '=', roundId)
        .where('code_hash', 'in', chunk)
        .orderBy('code_hash');
      const rows = await (dialectOf(tx) === 'postgres' ? select.forNoKeyUpdate() : select).execute();
      for (const { code_hash: codeHash, stratum, state, key_hash: keyHash } of rows) {
        held.push({ roundId, codeHash, stratum, state: codeStateSchema.parse(state), keyHash });
      }
    }
  }
  return held;
}

/** Marks codes that the caller holds as used up, each by a submission key. */
export async function markCodesUsed(
  tx: Db,
  codes: readonly (CodeName & { readonly keyHash: string })[],
): Promise<void> {
  for (const [roundId, ofRound] of groupByRound(codes)) {
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
