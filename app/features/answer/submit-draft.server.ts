import { type AppLoadContext, redirect } from '@remix-run/node';
import { control } from '#app/features/answer/control-fields.ts';
import { inLanguage, languageOf, linkedLocale, switchedLocale } from '#app/features/answer/language.ts';
import { firstIncomplete } from '#app/features/answer/save-page.server.ts';
import { redirectToReceipt, submit } from '#app/features/answer/submit.server.ts';
import { findVisit, saveVisit } from '#app/features/answer/visit.server.ts';
import { draftIdOf } from '#app/fielding/secrets.ts';
import { hasSubmission } from '#db/queries/submission.ts';
import { visiblePages } from '#surveys/questionnaire/visibility.ts';
import { parseSubmissionKey } from '#surveys/response/submission-key.ts';
import type { Round } from '#surveys/round/round.ts';

/**
 * Sends the draft of a visit, or changes its language when that was asked for. A second tap finds the draft gone, but its key accepted, and leads to the same
 * receipt.
 */
export async function submitDraft(
  request: Request,
  context: AppLoadContext,
  round: Round,
): Promise<Response> {
  const submissionKey = parseSubmissionKey(context.form.get(control.submissionKey));
  const visit = await findVisit(request, context, round);
  const switched = switchedLocale(context.form);
  const { locale } = languageOf(round, switched, visit?.draft.locale, linkedLocale(request));
  const hrefOf = (path: string) => inLanguage(`/s/${round.id}/${path}`, locale);
  if (visit && switched !== undefined) {
    await saveVisit(context, round, { visit: { ...visit, draft: { ...visit.draft, locale } } });
    return redirect(hrefOf('review'), 303);
  }
  if (visit && visit.draft.submissionKey === submissionKey) {
    const { answers } = visit.draft;
    const incomplete = firstIncomplete(visiblePages(round.questionnaire, answers), answers);
    if (incomplete) return redirect(hrefOf(`p/${incomplete.id}`), 303);
    return submit(request, context, {
      round,
      submissionKey,
      answers,
      locale,
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
  return isKnown
    ? redirectToReceipt(context, round, { submissionKey, locale })
    : redirect(hrefOf('review'), 303);
}
