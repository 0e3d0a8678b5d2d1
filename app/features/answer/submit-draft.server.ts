import { type AppLoadContext, redirect } from '@remix-run/node';
import { draftIdOf } from '#app/.server/secrets.ts';
import { control } from '#app/features/answer/control-fields.ts';
import { firstIncomplete } from '#app/features/answer/save-page.server.ts';
import { readSubmissionKey, redirectToReceipt, submit } from '#app/features/answer/submit.server.ts';
import { findVisit } from '#app/features/answer/visit.server.ts';
import { hasSubmission } from '#db/queries/submission.ts';
import { visiblePages } from '#surveys/questionnaire/visibility.ts';
import type { Round } from '#surveys/round/round.ts';

/**
 * Sends the draft of a visit. A second tap finds the draft gone, but its key accepted, and leads to the same
 * receipt.
 */
export async function submitDraft(
  request: Request,
  context: AppLoadContext,
  round: Round,
): Promise<Response> {
  const submissionKey = readSubmissionKey(context.form.get(control.submissionKey));
  const visit = await findVisit(request, context, round);
  if (visit && visit.draft.submissionKey === submissionKey) {
    const { answers } = visit.draft;
    const incomplete = firstIncomplete(visiblePages(round.questionnaire, answers), answers);
    if (incomplete) return redirect(`/s/${round.id}/p/${incomplete.id}`, 303);
    return submit(request, context, {
      round,
      submissionKey,
      answers,
      draftId: draftIdOf(visit.token),
      codeToken: visit.token,
    });
  }
  const { db, secrets } = context.services;
  const isKnown =
    submissionKey !== undefined &&
    (await hasSubmission(db, {
      roundId: round.id,
      keyHash: secrets.submissionKeyHash(round.id, submissionKey),
    }));
  return isKnown ? redirectToReceipt(context, round, submissionKey) : redirect(`/s/${round.id}/review`, 303);
}
