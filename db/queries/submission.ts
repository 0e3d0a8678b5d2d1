import { chunkRows, type Db, dialectOf } from '#db/dialect.ts';
import { claimCodes } from '#db/queries/code-claim.ts';
import { bumpDayCounts, type DayCount } from '#db/queries/day-count.ts';
import { bumpDeviceCounts } from '#db/queries/device-count.ts';
import { type Arrival, insertIntake } from '#db/queries/intake.ts';
import { bumpPageCounts } from '#db/queries/page-count.ts';
import { toRoundWindow } from '#db/queries/round.ts';
import { enterRecords } from '#db/queries/ward-record.ts';
import { inTransaction } from '#db/transaction.ts';
import type { AcceptanceOutcome, Submission, SubmissionKey } from '#surveys/response/submission.ts';
import { type Access, accessSchema } from '#surveys/round/round.ts';
import { takesAnswers } from '#surveys/round/takes-answers.ts';

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
 * submission key and the answers in `intake`, deletes the drafts, moves the day counters. Records of the ward
 * do not wait there: each takes the place of the one before it, in the order of the batch. A key accepted
 * before, in this batch or by any process, is `repeated` and stores nothing, even after closing. A code is
 * used up in the same transaction, and gives the response its stratum. Nothing may be answered to anyone
 * before the transaction is committed.
 * @returns one outcome per submission, in their order
 * @throws {z.ZodError} when answers do not fit their schema; nothing is stored then
 */
export function acceptSubmissions(db: Db, batch: AcceptanceBatch): Promise<readonly AcceptanceOutcome[]> {
  return inTransaction(db, async (tx) => {
    if (batch.submissions.length === 0) return [];
    const { fielding, isForRecords } = await shareRounds(tx, batch);
    const isOpen = (submission: Submission) => fielding(submission) !== 'not_open';
    const admitted = await admit(tx, batch.submissions.filter(isOpen), fielding);
    const accepted = await insertKeys(
      tx,
      batch.submissions.filter((submission) => admitted.get(submission)?.kind === 'admitted'),
    );
    const toArrival = (submission: Submission): Arrival => ({
      roundId: submission.roundId,
      id: batch.newId(),
      response: { ...submission.response, ...stratumOf(admitted.get(submission)) },
    });
    const answers = accepted.filter((submission) => !isForRecords(submission));
    await insertIntake(tx, answers.map(toArrival));
    // In the order of the batch, not of their keys: the last one stands.
    const isAccepted = new Set(accepted);
    const records = [...new Set(batch.submissions)].filter((one) => isAccepted.has(one) && isForRecords(one));
    await enterRecords(tx, { arrivals: records.map(toArrival), newId: batch.newId });
    await bumpDayCounts(tx, { writer: batch.writer ?? 0, counts: dayCountsOf(accepted, batch.day) });
    await bumpProgress(tx, { writer: batch.writer ?? 0, accepted });
    const known = await findKeys(
      tx,
      batch.submissions.filter((submission) => !isOpen(submission)),
    );
    const unreported = new Set(accepted);
    const outcomes = batch.submissions.map((submission): AcceptanceOutcome => {
      if (unreported.delete(submission)) return 'accepted';
      const admission = admitted.get(submission);
      if (admission?.kind === 'code_used' || admission?.kind === 'code_refused') return admission.kind;
      return isOpen(submission) || known.has(keyOf(submission)) ? 'repeated' : 'not_open';
    });
    // A second tap may have stored its draft again: repeated ones go as well.
    await deleteDrafts(
      tx,
      batch.submissions.filter(
        (_, index) => outcomes[index] === 'accepted' || outcomes[index] === 'repeated',
      ),
    );
    return outcomes;
  });
}

/** Whether a submission key was accepted; false for every key once the round is finalised. */
export async function hasSubmission(db: Db, key: SubmissionKey): Promise<boolean> {
  return (await findKeys(db, [key])).has(keyOf(key));
}

/** Which of some submission keys of a round were accepted; none once the round is finalised. */
export async function listAcceptedKeys(
  db: Db,
  { roundId, keyHashes }: { readonly roundId: string; readonly keyHashes: readonly string[] },
): Promise<ReadonlySet<string>> {
  const found = await findKeys(
    db,
    keyHashes.map((keyHash) => ({ roundId, keyHash })),
  );
  return new Set(keyHashes.filter((keyHash) => found.has(keyOf({ roundId, keyHash }))));
}

const keyOf = ({ roundId, keyHash }: SubmissionKey) => `${roundId} ${keyHash}`;

/** What a round asks of a submission: nothing, a code, or to have come at another time. */
type Fielding = 'not_open' | Access;

interface SharedRounds {
  readonly fielding: (submission: Submission) => Fielding;
  readonly isForRecords: (of: { readonly roundId: string }) => boolean;
}

/** Keeps the rounds from being closed until the transaction ends, and tells which submissions they take, and as what. */
async function shareRounds(tx: Db, batch: AcceptanceBatch): Promise<SharedRounds> {
  const ids = [...new Set(batch.submissions.map(({ roundId }) => roundId))];
  const select = tx
    .selectFrom('round')
    .select(['id', 'state', 'opens_at', 'closes_at', 'access', 'audience'])
    .where('id', 'in', ids)
    .orderBy('id');
  // NOTE: the weakest lock that FOR UPDATE waits for: acceptances pass each other and the mixer.
  const rows = await (dialectOf(tx) === 'postgres' ? select.forKeyShare() : select).execute();
  const rounds = new Map(
    rows.map((row) => [row.id, { ...toRoundWindow(row), access: accessSchema.parse(row.access) }]),
  );
  const forRecords = new Set(rows.flatMap(({ id, audience }) => (audience === 'ward-records' ? [id] : [])));
  return {
    isForRecords: ({ roundId }) => forRecords.has(roundId),
    fielding({ roundId, response }) {
      const round = rounds.get(roundId);
      return round !== undefined && takesAnswers(round, response.channel, batch.now)
        ? round.access
        : 'not_open';
    },
  };
}

/** Whether a submission may come in; `repeated`: it did before. The stratum is the code's, where there is one. */
type Admitted =
  | { readonly kind: 'admitted'; readonly stratum: string | undefined }
  | { readonly kind: 'repeated' | 'code_used' | 'code_refused' };

const stratumOf = (admitted: Admitted | undefined) =>
  admitted?.kind === 'admitted' && admitted.stratum !== undefined ? { stratum: admitted.stratum } : {};

/** Decides by what right each submission of an open round comes, and uses up the codes of those that have one. */
async function admit(
  tx: Db,
  submissions: readonly Submission[],
  fielding: (submission: Submission) => Fielding,
): Promise<ReadonlyMap<Submission, Admitted>> {
  const admitted = new Map<Submission, Admitted>();
  const asking: { readonly submission: Submission; readonly codeHash: string }[] = [];
  for (const submission of submissions) {
    const { admission } = submission;
    const access = fielding(submission);
    if (admission.kind === 'code' && access === 'code') {
      asking.push({ submission, codeHash: admission.codeHash });
    } else {
      const isRight = admission.kind === 'open' && (access === 'open' || isByPost(submission));
      admitted.set(submission, isRight ? { kind: 'admitted', stratum: undefined } : { kind: 'code_refused' });
    }
  }
  // A key that was accepted with one code must not use up another.
  const known = await findKeys(
    tx,
    asking.map(({ submission }) => submission),
  );
  const isFirst = (submission: Submission) => !known.has(keyOf(submission));
  const claiming = asking.filter(({ submission }) => isFirst(submission));
  for (const { submission } of asking)
    if (!isFirst(submission)) admitted.set(submission, { kind: 'repeated' });
  const outcomes = await claimCodes(
    tx,
    claiming.map(({ submission: { roundId, keyHash }, codeHash }) => ({ roundId, keyHash, codeHash })),
  );
  claiming.forEach(({ submission }, index) => {
    // The same submission twice in a batch: its first outcome decides.
    if (admitted.has(submission)) return;
    const outcome = outcomes[index];
    if (outcome?.kind === 'claimed') {
      admitted.set(submission, { kind: 'admitted', stratum: outcome.stratum });
    } else if (outcome) admitted.set(submission, { kind: outcome.kind });
  });
  return admitted;
}

/** Paper and imports reach the office in an envelope: a form without a code counts, its stratum being unknown. */
const isByPost = ({ response }: Submission) => response.channel === 'paper' || response.channel === 'import';

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

/** Counts answers that went through pages as sent, and those of tablets by tablet. */
async function bumpProgress(
  tx: Db,
  { writer, accepted }: { readonly writer: number; readonly accepted: readonly Submission[] },
): Promise<void> {
  const sent = accepted.filter(({ draftId }) => draftId !== null);
  await bumpPageCounts(tx, {
    writer,
    reached: sent.map(({ roundId }) => ({ roundId, step: { kind: 'sent' } })),
  });
  const fromDevices = accepted.flatMap(({ roundId, counters: { kioskId } }) =>
    kioskId === undefined ? [] : [{ roundId, deviceId: kioskId }],
  );
  await bumpDeviceCounts(tx, { writer, answers: fromDevices });
}

function dayCountsOf(accepted: readonly Submission[], day: string): readonly DayCount[] {
  return accepted.flatMap(({ roundId, response, counters }) => [
    { roundId, day, dimension: 'channel', value: response.channel, n: 1 },
    { roundId, day, dimension: 'device', value: counters.device, n: 1 },
    { roundId, day, dimension: 'language', value: counters.language, n: 1 },
  ]);
}
