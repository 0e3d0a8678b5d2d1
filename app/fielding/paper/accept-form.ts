import { openEntry } from '#app/fielding/paper/sealed-entry.ts';
import type { Services } from '#app/fielding/services.ts';
import {
  deleteKeyedForm,
  type FormKey,
  listKeyedEntries,
  type StoredEntry,
} from '#db/queries/keyed-entry.ts';
import { addKeyingCounts, wholeForm } from '#db/queries/keying-count.ts';
import { inTransaction } from '#db/transaction.ts';
import { compareEntries, countKeyed, type KeyedEntry } from '#surveys/paper/keyed-entry.ts';
import type { Question } from '#surveys/questionnaire/definition.ts';
import { type AcceptanceOutcome, composeSubmission } from '#surveys/response/submission.ts';
import { paperKey } from '#surveys/response/submission-key.ts';
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

/** Accepts a form once two accounts keyed it alike; free text stands as the first of them wrote it. */
export async function settleIfAgreed(
  services: Services,
  { round, serial }: { readonly round: Round; readonly serial: string },
): Promise<FormOutcome> {
  const form = { roundId: round.id, serial };
  const [left, right] = openPair(services, form, await listKeyedEntries(services.db, form));
  if (!left || !right) return 'waiting';
  if (compareEntries(listQuestions(round), left, right).length > 0) return 'differs';
  return acceptForm(services, { round, serial, settled: left, keyed: [left, right] });
}

interface SettledForm {
  readonly round: Round;
  readonly serial: string;
  readonly settled: KeyedEntry;
  readonly keyed: readonly KeyedEntry[];
}

/**
 * Sends a settled form through the ordinary acceptance and, once that is on disk, deletes what was keyed. In
 * this order, since a form may be sent twice (its key makes it count once) but must not be lost.
 */
export async function acceptForm(
  { acceptance, secrets, db }: Services,
  { round, serial, settled, keyed }: SettledForm,
): Promise<'accepted' | AcceptanceRefusal> {
  const { answers, stratum, codeHash } = settled;
  const keyHash = secrets.submissionKeyHash(round.id, paperKey(serial));
  const outcome = await acceptance.submit(
    composeSubmission({ round, keyHash, answers, channel: 'paper', stratum, codeHash }),
  );
  if (outcome !== 'accepted' && outcome !== 'repeated') return outcome;
  const counts = [
    { questionId: wholeForm, nKeyed: keyed.length, nWrong: 0 },
    ...countKeyed(
      round.questionnaire,
      answers,
      keyed.map((entry) => entry.answers),
    ),
  ];
  const form = { roundId: round.id, serial };
  await inTransaction(db, async (tx) => {
    // Whoever deletes the entries counts them: two who settle one form at once must not count it twice.
    if (await deleteKeyedForm(tx, form)) await addKeyingCounts(tx, { roundId: round.id, counts });
  });
  return 'accepted';
}
