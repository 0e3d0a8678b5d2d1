import { findVisit } from '#app/fielding/answer/visit.ts';
import type { Services } from '#app/fielding/services.ts';
import type { Page } from '#surveys/questionnaire/definition.ts';
import { findVisiblePage, firstIncomplete, type PagePlace } from '#surveys/questionnaire/page-place.ts';
import { visiblePages } from '#surveys/questionnaire/visibility.ts';
import { answeredNow } from '#surveys/response/answered-on.ts';
import type { Answers } from '#surveys/response/answers.ts';
import { findRefused } from '#surveys/response/take-page.ts';
import { type Filled, formOf, type QuestionError } from '#surveys/response/validate-answers.ts';
import type { Round } from '#surveys/round/round.ts';
import type { Locale } from '#surveys/text.ts';

interface Asked {
  readonly round: Round;
  readonly token: string | undefined;
}

/** A page as a visit left it. */
export interface VisitedPage {
  readonly place: PagePlace;
  /** What is saved of the page, and what was typed before and is no answer. */
  readonly saved: Filled;
  /** The language chosen last; undefined where none was. */
  readonly locale: Locale | undefined;
}

/** A page of a visit; undefined without a visit, and for a page that it is not asked. */
export async function loadPage(
  services: Services,
  { pageId, ...asked }: Asked & { readonly pageId: string | undefined },
): Promise<VisitedPage | undefined> {
  const visit = await findVisit(services, asked);
  if (!visit) return undefined;
  const { answers, refused = {}, locale } = visit.draft;
  const place = findVisiblePage(asked.round.questionnaire, answers, pageId);
  if (!place) return undefined;
  const errors = findRefused([place.page], refused, answeredNow(services.now().toISOString()));
  const saved = { values: { ...formOf(answers), ...refused }, errors };
  return { place, saved, locale };
}

/** What a visit would send, or the page that lacks an answer first. */
export type VisitReview =
  | { readonly kind: 'no_visit' }
  | { readonly kind: 'incomplete'; readonly pageId: string }
  | {
      readonly kind: 'complete';
      readonly pages: readonly Page[];
      readonly answers: Answers;
      /** Typed and no answer: it is not sent, and the review has to say so. */
      readonly refused: readonly QuestionError[];
      readonly submissionKey: string;
      readonly locale: Locale | undefined;
    };

/** What a visit has filled in, to be looked at before it is sent. */
export async function loadReview(services: Services, asked: Asked): Promise<VisitReview> {
  const visit = await findVisit(services, asked);
  if (!visit) return { kind: 'no_visit' };
  const { answers, submissionKey, refused = {}, locale } = visit.draft;
  const pages = visiblePages(asked.round.questionnaire, answers);
  const errors = findRefused(pages, refused, answeredNow(services.now().toISOString()));
  const wrong = new Set(errors.map(({ questionId }) => questionId));
  // A day that had not come yet when it was typed may have come since: its page takes it now.
  const takeable = pages.find(({ questions }) =>
    questions.some(({ id }) => Object.hasOwn(refused, id) && !wrong.has(id)),
  );
  const incomplete = firstIncomplete(pages, answers) ?? takeable;
  if (incomplete) return { kind: 'incomplete', pageId: incomplete.id };
  return { kind: 'complete', pages, answers, refused: errors, submissionKey, locale };
}
