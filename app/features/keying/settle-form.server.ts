import type { AppLoadContext } from '@remix-run/node';
import { openEntry } from '#app/features/keying/sealed-entry.server.ts';
import { closeKeyedForm, listKeyedEntries } from '#db/queries/keyed-entry.ts';
import { wholeForm } from '#db/queries/keying-count.ts';
import { compareEntries, countKeyed, type KeyedEntry } from '#surveys/paper/keyed-entry.ts';
import type { Question } from '#surveys/questionnaire/definition.ts';
import { type AcceptanceOutcome, composeSubmission } from '#surveys/response/submission.ts';
import { paperKey } from '#surveys/response/submission-key.ts';
import type { Round } from '#surveys/round/round.ts';

/** Where a form stands after its entries were looked at. */
export type SettleOutcome = 'waiting' | 'differs' | 'accepted' | Exclude<AcceptanceOutcome, 'repeated'>;

export const listQuestions = ({ questionnaire }: Round): readonly Question[] =>
  questionnaire.pages.flatMap(({ questions }) => questions);

/** Opens the two entries that count of a form: those of the two who keyed it first. */
export async function openPair(
  { services: { db, secrets } }: AppLoadContext,
  form: { readonly roundId: string; readonly serial: string },
): Promise<readonly KeyedEntry[]> {
  const entries = await listKeyedEntries(db, form);
  return entries.slice(0, 2).map((entry) => openEntry(secrets, form, entry));
}

/** Accepts a form once two accounts keyed it alike; free text stands as the first of them wrote it. */
export async function settleIfAgreed(
  context: AppLoadContext,
  round: Round,
  serial: string,
): Promise<SettleOutcome> {
  const [left, right] = await openPair(context, { roundId: round.id, serial });
  if (!left || !right) return 'waiting';
  if (compareEntries(listQuestions(round), left, right).length > 0) return 'differs';
  return acceptForm(context, round, { serial, settled: left, keyed: [left, right] });
}

interface SettledForm {
  readonly serial: string;
  readonly settled: KeyedEntry;
  readonly keyed: readonly KeyedEntry[];
}

/**
 * Sends a settled form through the ordinary acceptance and, once that is on disk, deletes what was keyed. In
 * this order, since a form may be sent twice (its key makes it count once) but must not be lost.
 */
export async function acceptForm(
  context: AppLoadContext,
  round: Round,
  { serial, settled, keyed }: SettledForm,
): Promise<SettleOutcome> {
  const { acceptance, secrets, db } = context.services;
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
  await closeKeyedForm(db, { roundId: round.id, serial, counts });
  return 'accepted';
}
