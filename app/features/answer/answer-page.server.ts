import { type AppLoadContext, data, redirect } from '@remix-run/node';
import { fieldsOf } from '#app/components/form/form-fields.ts';
import { findVisiblePage } from '#app/features/answer/page-place.ts';
import { type SavePageResult, savePage } from '#app/features/answer/save-page.server.ts';
import { type Draft, findVisit, saveVisit } from '#app/features/answer/visit.server.ts';
import type { Round } from '#surveys/round/round.ts';

interface PageAnswer {
  readonly round: Round;
  readonly pageId: string | undefined;
  readonly isBack: boolean;
  readonly isFromReview: boolean;
}

/** Stores the answers of a page in the draft and leads on; what is wrong comes back with what was typed. */
export async function answerPage(request: Request, context: AppLoadContext, input: PageAnswer) {
  const { round, pageId } = input;
  const visit = await findVisit(request, context, round);
  const place = visit && findVisiblePage(round.questionnaire, visit.draft.answers, pageId);
  if (!place) throw redirect(`/s/${round.id}`, 303);
  const result = savePage({
    questionnaire: round.questionnaire,
    draft: visit.draft,
    page: place.page,
    fields: fieldsOf(context.form),
    direction: input.isBack ? 'back' : 'next',
    isFromReview: input.isFromReview,
  });
  const isNew = isFirstTimeSaved(place.page.id, input.isBack, visit.draft, result);
  const savedPages = [...(visit.draft.savedPages ?? []), ...(isNew ? [place.page.id] : [])];
  await saveVisit(context, round, {
    visit: { ...visit, draft: { ...result.draft, savedPages } },
    reached: isNew ? { kind: 'page', pageId: place.page.id } : undefined,
  });
  if (result.kind === 'invalid') return data(result.filled, { status: 400 });
  const path = result.next.kind === 'review' ? 'review' : `p/${result.next.id}`;
  const suffix = input.isFromReview && result.next.kind === 'page' && !input.isBack ? '?return=review' : '';
  throw redirect(`/s/${round.id}/${path}${suffix}`, 303);
}

/** Whether a page is left behind for the first time; one that has just opened another question is not yet. */
function isFirstTimeSaved(pageId: string, isBack: boolean, before: Draft, result: SavePageResult): boolean {
  if (result.kind === 'invalid' || isBack || before.savedPages?.includes(pageId)) return false;
  return result.next.kind === 'review' || result.next.id !== pageId;
}
