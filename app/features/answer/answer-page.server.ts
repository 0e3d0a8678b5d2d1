import { type AppLoadContext, data, redirect } from '@remix-run/node';
import { fieldsOf } from '#app/components/form/form-fields.ts';
import { control } from '#app/features/answer/control-fields.ts';
import { inLanguage, languageOf, switchedLocale } from '#app/features/answer/language.ts';
import { findVisiblePage } from '#app/features/answer/page-place.ts';
import { type Direction, type SavePageResult, savePage } from '#app/features/answer/save-page.server.ts';
import { type Draft, findVisit, saveVisit } from '#app/features/answer/visit.server.ts';
import type { Round } from '#surveys/round/round.ts';

interface PageAnswer {
  readonly round: Round;
  readonly pageId: string | undefined;
  readonly isFromReview: boolean;
}

/** Stores the answers of a page in the draft and leads on; what is wrong comes back with what was typed. */
export async function answerPage(request: Request, context: AppLoadContext, input: PageAnswer) {
  const { round, pageId } = input;
  const visit = await findVisit(request, context, round);
  const place = visit && findVisiblePage(round.questionnaire, visit.draft.answers, pageId);
  if (!place) throw redirect(`/s/${round.id}`, 303);
  const switched = switchedLocale(context.form);
  const { locale } = languageOf(round, switched, visit.draft.locale);
  const direction = switched === undefined ? directionOf(context.form) : 'stay';
  const result = savePage({
    questionnaire: round.questionnaire,
    draft: visit.draft,
    page: place.page,
    fields: fieldsOf(context.form),
    direction,
    isFromReview: input.isFromReview,
  });
  const isNew = isFirstTimeSaved(place.page.id, direction, visit.draft, result);
  const savedPages = [...(visit.draft.savedPages ?? []), ...(isNew ? [place.page.id] : [])];
  await saveVisit(context, round, {
    visit: { ...visit, draft: { ...result.draft, savedPages, locale } },
    reached: isNew ? { kind: 'page', pageId: place.page.id } : undefined,
  });
  if (result.kind === 'invalid') return data(result.filled, { status: 400 });
  const path = result.next.kind === 'review' ? 'review' : `p/${result.next.id}`;
  const suffix =
    input.isFromReview && result.next.kind === 'page' && direction !== 'back' ? '?return=review' : '';
  throw redirect(inLanguage(`/s/${round.id}/${path}${suffix}`, locale), 303);
}

const directionOf = (form: URLSearchParams): Direction => (form.get(control.go) === 'back' ? 'back' : 'next');

/** Whether a page is left behind for the first time; one that has just opened another question is not yet. */
function isFirstTimeSaved(
  pageId: string,
  direction: Direction,
  before: Draft,
  result: SavePageResult,
): boolean {
  if (result.kind === 'invalid' || direction !== 'next' || before.savedPages?.includes(pageId)) return false;
  return result.next.kind === 'review' || result.next.id !== pageId;
}
