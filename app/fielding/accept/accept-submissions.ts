import { type CodeClaimOutcome, claimCodes } from '#app/fielding/accept/claim-codes.ts';
import { replaceRecords } from '#app/fielding/records/replace-records.ts';
import type { Db } from '#db/dialect.ts';
import { bumpDayCounts, type DayCount } from '#db/queries/day-count.ts';
import { bumpDeviceCounts } from '#db/queries/device-count.ts';
import { deleteDrafts } from '#db/queries/draft.ts';
import { type Arrival, insertIntake } from '#db/queries/intake.ts';
import { bumpPageCounts } from '#db/queries/page-count.ts';
import { type RoundAdmission, shareRounds } from '#db/queries/round.ts';
import { findAccepted, insertSubmissionKeys } from '#db/queries/submission.ts';
import { inTransaction } from '#db/transaction.ts';
import type { AcceptanceOutcome, Submission } from '#surveys/response/submission.ts';
import { isWardsOwn } from '#surveys/round/audience.ts';
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
    const { submissions } = batch;
    if (submissions.length === 0) return [];
    const rounds = await holdRounds(tx, batch);
    const admissions = await admit(tx, submissions, rounds);
    const accepted = await insertSubmissionKeys(
      tx,
      submissions.filter((submission) => admissions.get(submission)?.kind === 'admitted'),
    );
    await storeAnswers(tx, batch, { accepted, rounds, admissions });
    await bumpCounters(tx, { accepted, writer: batch.writer ?? 0, day: batch.day });
    const acceptedBefore = await findAccepted(
      tx,
      submissions.filter((submission) => admissions.get(submission)?.kind === 'not_open'),
    );
    const outcomes = outcomesOf(submissions, { accepted, admissions, acceptedBefore });
    // A second tap may have stored its draft again: repeated ones go as well.
    await deleteDrafts(
      tx,
      submissions.flatMap(({ roundId, draftId }, index) => {
        const isIn = outcomes[index] === 'accepted' || outcomes[index] === 'repeated';
        return isIn && draftId !== null ? [{ roundId, draftId }] : [];
      }),
    );
    return outcomes;
  });
}

/** The rounds of a batch, none of which can be closed until the transaction ends. */
interface HeldRounds {
  /** The round of a submission if it takes answers now over the channel that this one came by. */
  readonly findOpen: (of: Submission) => RoundAdmission | undefined;
  readonly isForRecords: (of: Submission) => boolean;
}

async function holdRounds(tx: Db, { submissions, now }: AcceptanceBatch): Promise<HeldRounds> {
  const held = await shareRounds(
    tx,
    submissions.map(({ roundId }) => roundId),
  );
  const rounds = new Map(held.map((round) => [round.id, round]));
  return {
    findOpen({ roundId, response }) {
      const round = rounds.get(roundId);
      return round && takesAnswers(round, response.channel, now) ? round : undefined;
    },
    isForRecords({ roundId }) {
      const round = rounds.get(roundId);
      return round !== undefined && isWardsOwn(round.audience);
    },
  };
}

/** Whether a submission may come in; `repeated`: it did before. The stratum is the code's, where there is one. */
type Admission =
  | { readonly kind: 'admitted'; readonly stratum: string | undefined }
  | { readonly kind: 'not_open' | 'repeated' | 'code_used' | 'code_refused' };

type Admissions = ReadonlyMap<Submission, Admission>;

/** Decides by what right each submission comes, and uses up the codes of those that have one. */
async function admit(
  tx: Db,
  submissions: readonly Submission[],
  { findOpen }: HeldRounds,
): Promise<Admissions> {
  const admissions = new Map<Submission, Admission>();
  const withCode: { readonly submission: Submission; readonly codeHash: string }[] = [];
  for (const submission of submissions) {
    const { admission } = submission;
    const round = findOpen(submission);
    if (!round) admissions.set(submission, { kind: 'not_open' });
    else if (admission.kind === 'code' && round.access === 'code') {
      withCode.push({ submission, codeHash: admission.codeHash });
    } else {
      const isRight = admission.kind === 'open' && (round.access === 'open' || isByPost(submission));
      admissions.set(
        submission,
        isRight ? { kind: 'admitted', stratum: undefined } : { kind: 'code_refused' },
      );
    }
  }
  // A key that was accepted with one code must not use up another.
  const known = await findAccepted(
    tx,
    withCode.map(({ submission }) => submission),
  );
  for (const submission of known) admissions.set(submission, { kind: 'repeated' });
  const claiming = withCode.filter(({ submission }) => !known.has(submission));
  const outcomes = await claimCodes(
    tx,
    claiming.map(({ submission: { roundId, keyHash }, codeHash }) => ({ roundId, keyHash, codeHash })),
  );
  claiming.forEach(({ submission }, index) => {
    const outcome = outcomes[index];
    // The same submission twice in a batch: its first outcome decides.
    if (outcome && !admissions.has(submission)) admissions.set(submission, toAdmission(outcome));
  });
  return admissions;
}

const toAdmission = (outcome: CodeClaimOutcome): Admission =>
  outcome.kind === 'claimed' ? { kind: 'admitted', stratum: outcome.stratum } : outcome;

/** Paper and imports reach the office in an envelope: a form without a code counts, its stratum being unknown. */
const isByPost = ({ response }: Submission) => response.channel === 'paper' || response.channel === 'import';

interface Accepted {
  /** In the order of the hashes of their keys. */
  readonly accepted: readonly Submission[];
  readonly admissions: Admissions;
}

async function storeAnswers(
  tx: Db,
  { submissions, newId }: AcceptanceBatch,
  { accepted, admissions, rounds }: Accepted & { readonly rounds: HeldRounds },
): Promise<void> {
  const toArrival = (submission: Submission): Arrival => {
    const admission = admissions.get(submission);
    const ofCode = admission?.kind === 'admitted' ? admission.stratum : undefined;
    const { roundId, response } = submission;
    return {
      roundId,
      id: newId(),
      response: ofCode === undefined ? response : { ...response, stratum: ofCode },
    };
  };
  const answers = accepted.filter((submission) => !rounds.isForRecords(submission));
  await insertIntake(tx, answers.map(toArrival));
  // In the order of the batch, not of their keys: the last one stands.
  const isAccepted = new Set(accepted);
  const records = [...new Set(submissions)].filter((one) => isAccepted.has(one) && rounds.isForRecords(one));
  await replaceRecords(tx, { arrivals: records.map(toArrival), newId });
}

/** Counts what was accepted by day, answers that went through pages as sent, and those of tablets by tablet. */
async function bumpCounters(
  tx: Db,
  {
    accepted,
    writer,
    day,
  }: { readonly accepted: readonly Submission[]; readonly writer: number; readonly day: string },
): Promise<void> {
  const counts = accepted.flatMap(({ roundId, response, counters }): readonly DayCount[] => [
    { roundId, day, dimension: 'channel', value: response.channel, n: 1 },
    { roundId, day, dimension: 'device', value: counters.device, n: 1 },
    { roundId, day, dimension: 'language', value: counters.language, n: 1 },
  ]);
  await bumpDayCounts(tx, { writer, counts });
  const throughPages = accepted.filter(({ draftId }) => draftId !== null);
  await bumpPageCounts(tx, {
    writer,
    reached: throughPages.map(({ roundId }) => ({ roundId, step: { kind: 'sent' } })),
  });
  const fromDevices = accepted.flatMap(({ roundId, counters: { kioskId } }) =>
    kioskId === undefined ? [] : [{ roundId, deviceId: kioskId }],
  );
  await bumpDeviceCounts(tx, { writer, answers: fromDevices });
}

/** The outcome of each submission; of several with one key, the first that was accepted alone is `accepted`. */
function outcomesOf(
  submissions: readonly Submission[],
  { accepted, admissions, acceptedBefore }: Accepted & { readonly acceptedBefore: ReadonlySet<Submission> },
): readonly AcceptanceOutcome[] {
  const unreported = new Set(accepted);
  return submissions.map((submission) => {
    if (unreported.delete(submission)) return 'accepted';
    return outcomeWithout(admissions.get(submission), acceptedBefore.has(submission));
  });
}

/** The outcome of a submission that stored nothing. */
function outcomeWithout(admission: Admission | undefined, wasAcceptedBefore: boolean): AcceptanceOutcome {
  switch (admission?.kind) {
    case 'code_used':
    case 'code_refused':
      return admission.kind;
    case 'not_open':
      return wasAcceptedBefore ? 'repeated' : 'not_open';
    case 'admitted':
    case 'repeated':
    case undefined:
      return 'repeated';
  }
}
