import { type Draft, findVisit, saveVisit } from '#app/fielding/answer/visit.ts';
import type { Services } from '#app/fielding/services.ts';
import { availableLocales, chooseLocale } from '#surveys/questionnaire/available-locales.ts';
import type { Page, Questionnaire } from '#surveys/questionnaire/definition.ts';
import { findVisiblePage, firstIncomplete } from '#surveys/questionnaire/page-place.ts';
import { visiblePages } from '#surveys/questionnaire/visibility.ts';
import { type AnsweredOn, answeredNow } from '#surveys/response/answered-on.ts';
import type { Answers } from '#surveys/response/answers.ts';
import { takePage } from '#surveys/response/take-page.ts';
import type { AnswerForm, Filled } from '#surveys/response/validate-answers.ts';
import type { Round } from '#surveys/round/round.ts';
import type { Locale } from '#surveys/text.ts';

/** Where a resident goes after a page: another page by id, or the review. */
export type NextStep = { readonly kind: 'page'; readonly id: string } | { readonly kind: 'review' };

/** `stay` shows the same page again, in another language. */
export type Direction = 'next' | 'back' | 'stay';

interface SentPage {
  readonly round: Round;
  readonly token: string | undefined;
  readonly pageId: string | undefined;
  /** As typed, by question id. */
  readonly typed: AnswerForm;
  readonly direction: Direction;
  /** The resident came from the review to change this page. */
  readonly isFromReview: boolean;
  /** The language switched to, if that is why the page was sent. */
  readonly wantedLocale: string | undefined;
}

/** What sending a page leads to; `invalid` comes back as it was typed. */
export type SavedPage =
  | { readonly kind: 'no_visit' }
  | { readonly kind: 'invalid'; readonly filled: Filled }
  | { readonly kind: 'saved'; readonly next: NextStep; readonly locale: Locale };

/** Stores the answers of a page in the draft of a visit; without a visit, or off its way, nothing is stored. */
export async function savePage(services: Services, input: SentPage): Promise<SavedPage> {
  const { round, direction, wantedLocale } = input;
  const { questionnaire } = round;
  const visit = await findVisit(services, input);
  const place = visit && findVisiblePage(questionnaire, visit.draft.answers, input.pageId);
  if (!place) return { kind: 'no_visit' };
  const { page } = place;
  const { draft } = visit;
  const locale = chooseLocale(availableLocales(questionnaire), wantedLocale, draft.locale);
  const taken = takeIntoDraft({
    ...input,
    questionnaire,
    draft,
    page,
    answeredOn: answeredNow(services.now().toISOString()),
  });
  const isNew = isFirstTimeSaved(page.id, direction, draft, taken);
  const savedPages = [...(draft.savedPages ?? []), ...(isNew ? [page.id] : [])];
  await saveVisit(services, {
    round,
    visit: { ...visit, draft: { ...taken.draft, savedPages, locale } },
    reached: isNew ? { kind: 'page', pageId: page.id } : undefined,
  });
  return taken.kind === 'invalid'
    ? { kind: 'invalid', filled: taken.filled }
    : { kind: 'saved', next: taken.next, locale };
}

/** Whether a page is left behind for the first time; one that has just opened another question is not yet. */
function isFirstTimeSaved(pageId: string, direction: Direction, before: Draft, taken: TakenPage): boolean {
  if (taken.kind === 'invalid' || direction !== 'next' || before.savedPages?.includes(pageId)) return false;
  return taken.next.kind === 'review' || taken.next.id !== pageId;
}

export type TakenPage =
  | { readonly kind: 'saved'; readonly draft: Draft; readonly next: NextStep }
  | { readonly kind: 'invalid'; readonly draft: Draft; readonly filled: Filled };

interface DraftPage extends Pick<SentPage, 'typed' | 'direction' | 'isFromReview'> {
  readonly questionnaire: Questionnaire;
  readonly draft: Draft;
  readonly page: Page;
  readonly answeredOn: AnsweredOn;
}

/**
 * Takes a page's fields into the draft: what is valid as answers, and what is refused as it was typed, beside the
 * answer that was saved before (`takePage`). Going back asks for nothing; staying asks for nothing either, but
 * gives back what is wrong; going on needs the page to be valid, and leads to questions that this page's answers
 * have opened.
 */
export function takeIntoDraft(input: DraftPage): TakenPage {
  const { questionnaire, draft, page, typed, direction, answeredOn } = input;
  const before = { answers: draft.answers, refused: draft.refused ?? {} };
  const { answers, refused, errors } = takePage(questionnaire, { page, before, form: typed, answeredOn });
  const saved: Draft = { ...draft, answers: mutable(answers), refused: mutableFields(refused) };
  const pages = visiblePages(questionnaire, answers);
  if (direction === 'back') return { kind: 'saved', draft: saved, next: pageBefore(pages, page) };
  const mistakes = direction === 'stay' ? errors.filter(({ error }) => error.code !== 'required') : errors;
  if (mistakes.length > 0) {
    return { kind: 'invalid', draft: saved, filled: { values: typed, errors: mistakes } };
  }
  if (direction === 'stay') return { kind: 'saved', draft: saved, next: { kind: 'page', id: page.id } };
  return { kind: 'saved', draft: saved, next: pageAfter(pages, input, answers) };
}

const mutable = (answers: Answers): Draft['answers'] =>
  Object.fromEntries(
    Object.entries(answers).map(([id, value]) => [id, typeof value === 'string' ? value : [...value]]),
  );

const mutableFields = (fields: AnswerForm): Record<string, string[]> =>
  Object.fromEntries(Object.entries(fields).map(([id, values]) => [id, [...values]]));

function pageBefore(pages: readonly Page[], page: Page): NextStep {
  const index = pages.findIndex(({ id }) => id === page.id);
  const target = pages[Math.max(index - 1, 0)];
  return target ? { kind: 'page', id: target.id } : { kind: 'review' };
}

function pageAfter(
  pages: readonly Page[],
  { page, isFromReview }: Pick<DraftPage, 'page' | 'isFromReview'>,
  answers: Answers,
): NextStep {
  const index = pages.findIndex(({ id }) => id === page.id);
  const shown = new Set(page.questions.map(({ id }) => id));
  const hasOpened = pages[index]?.questions.some(({ id }) => !shown.has(id)) ?? false;
  if (hasOpened) return { kind: 'page', id: page.id };
  const target = isFromReview ? firstIncomplete(pages, answers) : pages[index + 1];
  return target ? { kind: 'page', id: target.id } : { kind: 'review' };
}
