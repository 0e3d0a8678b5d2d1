import { chunkRows, type Db } from '#db/dialect.ts';
import { groupByRound } from '#db/group-by-round.ts';
import type { SubmissionKey } from '#surveys/response/submission.ts';

/** Whether a submission key was accepted; false for every key once the round is finalised. */
export async function hasSubmission(db: Db, key: SubmissionKey): Promise<boolean> {
  return (await findAccepted(db, [key])).has(key);
}

/** Which of some submission keys of a round were accepted; none once the round is finalised. */
export async function listAcceptedKeys(
  db: Db,
  { roundId, keyHashes }: { readonly roundId: string; readonly keyHashes: readonly string[] },
): Promise<ReadonlySet<string>> {
  const keys = keyHashes.map((keyHash) => ({ roundId, keyHash }));
  return new Set([...(await findAccepted(db, keys))].map(({ keyHash }) => keyHash));
}

/** Those of some submissions whose keys were accepted; none of a round that is finalised. */
export async function findAccepted<Item extends SubmissionKey>(
  db: Db,
  submissions: readonly Item[],
): Promise<ReadonlySet<Item>> {
  const stored = new Set<string>();
  for (const [roundId, ofRound] of groupByRound(submissions)) {
    for (const chunk of chunkRows(ofRound, 1)) {
      const hashes = chunk.map(({ keyHash }) => keyHash);
      const rows = await db
        .selectFrom('submission')
        .select('key_hash')
        .where('round_id', '=', roundId)
        .where('key_hash', 'in', hashes)
        .execute();
      for (const row of rows) stored.add(nameOf({ roundId, keyHash: row.key_hash }));
    }
  }
  return new Set(submissions.filter((submission) => stored.has(nameOf(submission))));
}

/**
 * Stores the keys that are new and gives their submissions, in the order of the hashes; of several submissions with
 * one key, the first. On PostgreSQL a key that another process is just storing is waited for: it is then no longer
 * new, and is on disk.
 */
export async function insertSubmissionKeys<Item extends SubmissionKey>(
  tx: Db,
  submissions: readonly Item[],
): Promise<readonly Item[]> {
  // Backwards, so that the first of several takes the place of the others.
  const byName = new Map(submissions.toReversed().map((submission) => [nameOf(submission), submission]));
  // Every process stores keys in the same order, so that two batches with common keys cannot deadlock.
  const sorted = [...byName].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, submission]) => submission);
  const inserted: Item[] = [];
  for (const chunk of chunkRows(sorted, 2)) {
    const rows = await tx
      .insertInto('submission')
      .values(chunk.map(({ roundId, keyHash }) => ({ round_id: roundId, key_hash: keyHash })))
      .onConflict((conflict) => conflict.columns(['round_id', 'key_hash']).doNothing())
      .returning(['round_id', 'key_hash'])
      .execute();
    const isNew = new Set(rows.map((row) => nameOf({ roundId: row.round_id, keyHash: row.key_hash })));
    inserted.push(...chunk.filter((submission) => isNew.has(nameOf(submission))));
  }
  return inserted;
}

const nameOf = ({ roundId, keyHash }: SubmissionKey) => `${roundId} ${keyHash}`;
