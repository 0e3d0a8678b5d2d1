import { acceptSubmissions } from '#app/fielding/accept/accept-submissions.ts';
import { tryAgain } from '#app/fielding/accept/try-again.ts';
import { openEntry } from '#app/fielding/paper/sealed-entry.ts';
import type { Services } from '#app/fielding/services.ts';
import type { Db } from '#db/dialect.ts';
import type { CodeNote } from '#db/queries/code-replay.ts';
import { deleteKeyedForm, type FormKey, type StoredEntry } from '#db/queries/keyed-entry.ts';
import { addKeyingCounts, wholeForm } from '#db/queries/keying-count.ts';
import { lockRound } from '#db/queries/round.ts';
import { afterCommit, inTransaction } from '#db/transaction.ts';
import { countKeyed, type KeyedEntry } from '#surveys/paper/keyed-entry.ts';
import type { Question } from '#surveys/questionnaire/definition.ts';
import { type AcceptanceOutcome, composeSubmission } from '#surveys/response/submission.ts';
import { paperKey } from '#surveys/response/submission-key.ts';
import { japaneseDayOf } from '#surveys/round/japanese-time.ts';
import type { Round } from '#surveys/round/round.ts';

/** Where a form stands after its entries were looked at. */
export type FormOutcome = 'waiting' | 'differs' | 'accepted' | AcceptanceRefusal;

/** Why a form was not accepted on which everybody agrees. */
export type AcceptanceRefusal = Exclude<AcceptanceOutcome, 'accepted' | 'repeated'>;

/** The questions that a paper form prints, in their order. */
export const listQuestions = ({ questionnaire }: Round): readonly Question[] =>
  questionnaire.pages.flatMap(({ questions }) => questions);

/** Opens the two entries that count of a form: those of the two who keyed it first. */
export const openPair = (
  { secrets }: Pick<Services, 'secrets'>,
  form: FormKey,
  entries: readonly StoredEntry[],
): readonly KeyedEntry[] => entries.slice(0, 2).map((entry) => openEntry(secrets, form, entry));

interface SettledForm {
  readonly serial: string;
  readonly settled: KeyedEntry;
  readonly keyed: readonly KeyedEntry[];
}

/** The keyed forms of a round, that nobody else touches until the transaction ends. */
export interface HeldForms {
  readonly tx: Db;
  /** Accepts a form on which everybody agrees, and deletes what was keyed for it. */
  readonly accept: (form: SettledForm) => Promise<'accepted' | AcceptanceRefusal>;
}

/**
 * Does what somebody asks about a form in one transaction, during which nobody else keys, settles or deletes a form
 * of the round, and nobody finalises it: what is judged there holds until it is done. Codes that were used up are
 * noted before anybody is told.
 */
export async function holdingForms<Result>(
  services: Services,
  round: Round,
  work: (held: HeldForms) => Promise<Result>,
): Promise<Result> {
  const { db, usedCodes, log } = services;
  let usedUp: readonly CodeNote[] = [];
  const once = async (tx: Db): Promise<Result> => {
    usedUp = [];
    await lockRound(tx, { roundId: round.id, mode: 'counting' });
    return work({
      tx,
      async accept(form) {
        const outcome = await acceptForm(services, tx, { round, ...form });
        const { codeHash } = form.settled;
        if (outcome === 'accepted' && codeHash !== null) {
          usedUp = [...usedUp, { roundId: round.id, codeHash, state: 'used' }];
        }
        return outcome;
      },
    });
  };
  const result = await tryAgain(() => inTransaction(db, once));
  // The form is safe in the database by now; what could not be noted here is noted with the next catching up.
  await usedCodes
    .append(usedUp)
    .catch((error) => log.error({ err: error }, 'the code of a paper form could not be noted'));
  return result;
}

/** Sends a settled form through the ordinary acceptance and deletes what was keyed. */
async function acceptForm(
  { secrets, now, randomness, mixer }: Services,
  tx: Db,
  { round, serial, settled, keyed }: SettledForm & { readonly round: Round },
): Promise<'accepted' | AcceptanceRefusal> {
  const { answers, stratum, codeHash } = settled;
  const keyHash = secrets.submissionKeyHash(round.id, paperKey(serial));
  const instant = now().toISOString();
  const [outcome = 'not_open'] = await acceptSubmissions(tx, {
    submissions: [composeSubmission({ round, keyHash, answers, channel: 'paper', stratum, codeHash })],
    now: instant,
    day: japaneseDayOf(instant),
    newId: randomness.newId,
  });
  if (outcome !== 'accepted' && outcome !== 'repeated') return outcome;
  const counts = [
    { questionId: wholeForm, nKeyed: keyed.length, nWrong: 0 },
    ...countKeyed(
      round.questionnaire,
      answers,
      keyed.map((entry) => entry.answers),
    ),
  ];
  // Where a sheet brought the form, the entries may just be going another way: who deletes them counts them.
  const isOurs = await deleteKeyedForm(tx, { roundId: round.id, serial });
  if (isOurs) await addKeyingCounts(tx, { roundId: round.id, counts });
  afterCommit(tx, () => mixer.nudge(new Set([round.id])));
  return 'accepted';
}
