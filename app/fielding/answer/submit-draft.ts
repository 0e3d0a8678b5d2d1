import { type Sender, type Submitted, submitAnswers } from '#app/fielding/answer/submit.ts';
import { findVisit, saveVisit } from '#app/fielding/answer/visit.ts';
import { draftIdOf } from '#app/fielding/secrets.ts';
import type { Services } from '#app/fielding/services.ts';
import { hasSubmission } from '#db/queries/submission.ts';
import { availableLocales, chooseLocale } from '#surveys/questionnaire/available-locales.ts';
import { firstIncomplete } from '#surveys/questionnaire/page-place.ts';
import { visiblePages } from '#surveys/questionnaire/visibility.ts';
import type { Round } from '#surveys/round/round.ts';
import type { Locale } from '#surveys/text.ts';

interface SentDraft extends Sender {
  readonly round: Round;
  readonly token: string | undefined;
  /** The key that the review was shown with; undefined where what was sent could not be one. */
  readonly submissionKey: string | undefined;
  /** The language switched to, if that is why the review was sent. */
  readonly wantedLocale: string | undefined;
  /** The language of the page that was sent, for somebody whose draft is gone. */
  readonly pageLocale: string | null;
}

/** What sending the review leads to; `nothing_sent`: it is shown again, or begun again without a draft. */
export type SubmittedDraft =
  | Submitted
  | { readonly kind: 'language_changed' | 'nothing_sent' }
  | { readonly kind: 'incomplete'; readonly pageId: string };

/**
 * Sends the draft of a visit, or changes its language when that was asked for. A second tap finds the draft gone,
 * but its key accepted, and gives the same receipt.
 */
export async function submitDraft(
  services: Services,
  { round, token, submissionKey, wantedLocale, pageLocale, ...sender }: SentDraft,
): Promise<SubmittedDraft & { readonly locale: Locale }> {
  const visit = await findVisit(services, { round, token });
  const offered = availableLocales(round.questionnaire);
  const locale = chooseLocale(offered, wantedLocale, visit?.draft.locale, pageLocale);
  if (visit && wantedLocale !== undefined) {
    await saveVisit(services, { round, visit: { ...visit, draft: { ...visit.draft, locale } } });
    return { kind: 'language_changed', locale };
  }
  if (visit && visit.draft.submissionKey === submissionKey) {
    const { answers } = visit.draft;
    const incomplete = firstIncomplete(visiblePages(round.questionnaire, answers), answers);
    if (incomplete) return { kind: 'incomplete', pageId: incomplete.id, locale };
    const draft = { draftId: draftIdOf(visit.token), codeToken: visit.token };
    const sent = { round, submissionKey, answers, locale, ...draft, ...sender };
    return { ...(await submitAnswers(services, sent)), locale };
  }
  const { db, secrets } = services;
  const isKnown =
    submissionKey !== undefined &&
    (await hasSubmission(db, {
      roundId: round.id,
      keyHash: secrets.submissionKeyHash(round.id, submissionKey),
    }));
  return isKnown
    ? { kind: 'sent', receipt: secrets.receipt(round.id, submissionKey), locale }
    : { kind: 'nothing_sent', locale };
}
