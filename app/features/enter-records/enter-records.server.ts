import type { AppLoadContext } from '@remix-run/node';
import { fieldsOf } from '#app/components/form/form-fields.ts';
import { audit } from '#app/fielding/audit/audit.ts';
import type { Account } from '#db/queries/account.ts';
import type { AnswerError } from '#surveys/questionnaire/questions/answer-error.ts';
import { composeSubmission } from '#surveys/response/submission.ts';
import { validateAll } from '#surveys/response/validate-answers.ts';
import type { Round } from '#surveys/round/round.ts';

export type EnterRecordsResult =
  | { readonly kind: 'entered' }
  | {
      readonly kind: 'invalid';
      readonly values: Record<string, string[]>;
      readonly errors: readonly { readonly questionId: string; readonly error: AnswerError }[];
    };

/** Stores a ward record that a clerk entered, in place of the one before; the same form sent twice is one entry. */
export async function enterRecords(
  context: AppLoadContext,
  by: Account,
  round: Round,
): Promise<EnterRecordsResult> {
  const { acceptance, secrets, db } = context.services;
  const values = fieldsOf(context.form);
  const checked = validateAll(round.questionnaire, values);
  if (!checked.ok) return { kind: 'invalid', values, errors: checked.errors };
  const outcome = await acceptance.submit(
    composeSubmission({
      round,
      keyHash: secrets.submissionKeyHash(round.id, context.form.get('_key') ?? ''),
      answers: checked.answers,
      channel: 'import',
      counters: { language: 'ja', device: 'computer' },
    }),
  );
  // After its commit, which it shares with others; a form that was sent twice is one entry.
  if (outcome === 'accepted') {
    await audit(context.services, db, { by, action: 'records.entered', on: { type: 'round', id: round.id } });
  }
  return { kind: 'entered' };
}
