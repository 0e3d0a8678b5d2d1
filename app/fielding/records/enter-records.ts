import { audit } from '#app/fielding/audit/audit.ts';
import type { Services } from '#app/fielding/services.ts';
import type { Account } from '#db/queries/account.ts';
import { answeredNow } from '#surveys/response/answered-on.ts';
import { composeSubmission } from '#surveys/response/submission.ts';
import { type AnswerForm, type QuestionError, validateAll } from '#surveys/response/validate-answers.ts';
import { isWardsOwn } from '#surveys/round/audience.ts';
import type { Round } from '#surveys/round/round.ts';
import { takesAnswers } from '#surveys/round/takes-answers.ts';

export type EnterRecordsResult =
  /** Entered now, or by an earlier sending of the same form. */
  | { readonly kind: 'entered' }
  /** The round takes no records, or none any more. */
  | { readonly kind: 'not_open' }
  | { readonly kind: 'invalid'; readonly errors: readonly QuestionError[] };

interface EnterRecordsInput {
  readonly by: Account;
  readonly round: Round;
  /** The figures as typed, by question. */
  readonly typed: AnswerForm;
  /** The same key is the same entry, however often it comes. */
  readonly submissionKey: string;
}

/** Whether clerks enter the ward's own records in a round now. */
export const takesRecords = (round: Round, { now }: Pick<Services, 'now'>): boolean =>
  isWardsOwn(round.audience) && takesAnswers(round, 'import', now().toISOString());

/** Stores a ward record that a clerk entered, in place of the one before; the same form sent twice is one entry. */
export async function enterRecords(
  services: Services,
  { by, round, typed, submissionKey }: EnterRecordsInput,
): Promise<EnterRecordsResult> {
  const { acceptance, secrets, db } = services;
  if (!takesRecords(round, services)) return { kind: 'not_open' };
  const checked = validateAll(round.questionnaire, typed, answeredNow(services.now().toISOString()));
  if (!checked.ok) return { kind: 'invalid', errors: checked.errors };
  const outcome = await acceptance.submit(
    composeSubmission({
      round,
      keyHash: secrets.submissionKeyHash(round.id, submissionKey),
      answers: checked.answers,
      channel: 'import',
      counters: { language: 'ja', device: 'computer' },
    }),
  );
  switch (outcome) {
    case 'accepted':
      // After its commit, which it shares with others.
      await audit(services, db, { by, action: 'records.entered', on: { type: 'round', id: round.id } });
      return { kind: 'entered' };
    case 'repeated':
      return { kind: 'entered' };
    case 'not_open':
    case 'code_used':
    case 'code_refused':
      return { kind: 'not_open' };
  }
}
