import { chunkRows, type Db, dialectOf } from '#db/dialect.ts';
import { bumpDayCounts, type DayCount } from '#db/queries/day-count.ts';
import { insertIntake } from '#db/queries/intake.ts';
import { toRoundWindow } from '#db/queries/round.ts';
import { inTransaction } from '#db/transaction.ts';
import type { SurveyResponse } from '#surveys/response/answers.ts';
import { takesAnswers } from '#surveys/round/takes-answers.ts';

/** By what right a submission comes: an open round asks for none. */
export type Admission = { readonly kind: 'open' };

export interface SubmissionKey {
  readonly roundId: string;
  readonly keyHash: string;
}

/** What became of a submission; `repeated`: its key was accepted before. */
export type AcceptanceOutcome = 'accepted' | 'repeated' | 'not_open';

/** A submission that waits to be accepted, its answers validated and pruned. */
export interface Submission extends SubmissionKey {
  /** The draft that acceptance deletes, if there was one. */
  readonly draftId: string | null;
  readonly admission: Admission;
  readonly response: SurveyResponse;
  readonly counters: { readonly language: string; readonly device: string };
}

export interface AcceptanceBatch {
  readonly submissions: readonly Submission[];
  /** The instant of acceptance, ISO-8601 UTC. */
  readonly now: string;
  /** The ward's calendar day of that instant, `2026-11-22`. */
  readonly day: string;
  /** Makes a random id; must not follow an order. */
  readonly newId: () => string;
  /** Which of several processes writes: each has day counters of its own, summed when read. */
  readonly writer?: number;
}

/**
 * Accepts everything that waits in one transaction (the caller's, or its own): stores the hash of each new
 * submission key and the answers in `intake`, deletes the drafts, moves the day counters. A key accepted
 * before, in this batch or by any process, is `repeated` and stores nothing, even after closing. Nothing may
 * be answered to anyone before the transaction is committed.
 * @returns one outcome per submission, in their order
 * @throws {z.ZodError} when answers do not fit their schema; nothing is stored then
 */
export function acceptSubmissions(db: Db, batch: AcceptanceBatch): Promise<readonly AcceptanceOutcome[]> {
  return inTransaction(db, async (tx) => {
    if (batch.submissions.length === 0) return [];
    const isOpen = await shareRounds(tx, batch);
    const open = batch.submissions.filter(isOpen);
    const accepted = await insertKeys(tx, open);
    const arrivals = accepted.map(({ roundId, response }) => ({ roundId, id: batch.newId(), response }));
    await insertIntake(tx, arrivals);
    await bumpDayCounts(tx, { writer: batch.writer ?? 0, counts: dayCountsOf(accepted, batch.day) });
    const known = await findKeys(
      tx,
      batch.submissions.filter((submission) => !isOpen(submission)),
    );
    const unreported = new Set(accepted);
    const outcomes = batch.submissions.map((submission): AcceptanceOutcome => {
      if (unreported.delete(submission)) return 'accepted';
      return isOpen(submission) || known.has(keyOf(submission)) ? 'repeated' : 'not_open';
    });
    // A second tap may have stored its draft again: repeated ones go as well.
    await deleteDrafts(
      tx,
      batch.submissions.filter((_, index) => outcomes[index] !== 'not_open'),
    );
    return outcomes;
  });
}

/** Whether a submission key was accepted; false for every key once the round is finalised. */
export async function hasSubmission(db: Db, key: SubmissionKey): Promise<boolean> {
  return (await findKeys(db, [key])).has(keyOf(key));
}

const keyOf = ({ roundId, keyHash }: SubmissionKey) => `${roundId} ${keyHash}`;

/** Keeps the rounds from being closed until the transaction ends, and tells which submissions they take. */
async function shareRounds(tx: Db, batch: AcceptanceBatch): Promise<(submission: Submission) => boolean> {
  const ids = [...new Set(batch.submissions.map(({ roundId }) => roundId))];
  const select = tx
    .selectFrom('round')
    .select(['id', 'state', 'opens_at', 'closes_at'])
    .where('id', 'in', ids)
    .orderBy('id');
  // NOTE: the weakest lock that FOR UPDATE waits for: acceptances pass each other and the mixer.
  const rows = await (dialectOf(tx) === 'postgres' ? select.forKeyShare() : select).execute();
  const rounds = new Map(rows.map((row) => [row.id, toRoundWindow(row)]));
  return ({ roundId, response }) => {
    const round = rounds.get(roundId);
    return round !== undefined && takesAnswers(round, response.channel, batch.now);
  };
}

/**
 * Stores the keys that are new and gives their submissions, in the order of the hashes. On PostgreSQL a key
 * that another process is just storing is waited for: it then counts as repeated, and is on disk.
 */
async function insertKeys(tx: Db, submissions: readonly Submission[]): Promise<readonly Submission[]> {
  // Backwards, so that the first of several submissions with one key is the one that counts.
  const byKey = new Map(submissions.toReversed().map((submission) => [keyOf(submission), submission]));
  // Every process stores keys in the same order, so that two batches with common keys cannot deadlock.
  const keys = [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, submission]) => submission);
  const accepted: Submission[] = [];
  for (const chunk of chunkRows(keys, 2)) {
    const rows = await tx
      .insertInto('submission')
      .values(chunk.map(({ roundId, keyHash }) => ({ round_id: roundId, key_hash: keyHash })))
      .onConflict((conflict) => conflict.columns(['round_id', 'key_hash']).doNothing())
      .returning(['round_id', 'key_hash'])
      .execute();
    const isInserted = new Set(rows.map((row) => keyOf({ roundId: row.round_id, keyHash: row.key_hash })));
    accepted.push(...chunk.filter((submission) => isInserted.has(keyOf(submission))));
  }
  return accepted;
}

/** Statements name one round each: a cluster then sends each to the one place that holds it. */
function byRound<Item extends SubmissionKey>(items: readonly Item[]): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const group = groups.get(item.roundId);
    if (group) group.push(item);
    else groups.set(item.roundId, [item]);
  }
  return groups;
}

async function findKeys(tx: Db, keys: readonly SubmissionKey[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const [roundId, ofRound] of byRound(keys)) {
    for (const chunk of chunkRows(ofRound, 1)) {
      const hashes = chunk.map(({ keyHash }) => keyHash);
      const rows = await tx
        .selectFrom('submission')
        .select('key_hash')
        .where('round_id', '=', roundId)
        .where('key_hash', 'in', hashes)
        .execute();
      for (const row of rows) found.add(keyOf({ roundId, keyHash: row.key_hash }));
    }
  }
  return found;
}

async function deleteDrafts(tx: Db, submissions: readonly Submission[]): Promise<void> {
  for (const [roundId, ofRound] of byRound(submissions)) {
    const draftIds = ofRound.flatMap(({ draftId }) => (draftId === null ? [] : [draftId]));
    for (const chunk of chunkRows(draftIds, 1)) {
      await tx.deleteFrom('draft').where('round_id', '=', roundId).where('draft_id', 'in', chunk).execute();
    }
  }
}

function dayCountsOf(accepted: readonly Submission[], day: string): readonly DayCount[] {
  return accepted.flatMap(({ roundId, response, counters }) => [
    { roundId, day, dimension: 'channel', value: response.channel, n: 1 },
    { roundId, day, dimension: 'device', value: counters.device, n: 1 },
    { roundId, day, dimension: 'language', value: counters.language, n: 1 },
  ]);
}
