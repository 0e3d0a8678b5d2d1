import { type AppLoadContext, redirect } from '@remix-run/node';
import { firstIncomplete } from '#app/features/answer/save-page.server.ts';
import { findVisit, newVisit, saveVisit, visitHeader } from '#app/features/answer/visit.server.ts';
import { visiblePages } from '#surveys/questionnaire/visibility.ts';
import type { Round } from '#surveys/round/round.ts';

/** Starts a draft, or goes on with the one this browser has begun. */
export async function begin(request: Request, context: AppLoadContext, round: Round): Promise<Response> {
  const found = await findVisit(request, context, round);
  const visit = found ?? newVisit();
  if (!found) await saveVisit(context, round, { visit, reached: { kind: 'begun' } });
  const { answers } = visit.draft;
  const pages = visiblePages(round.questionnaire, answers);
  const page = Object.keys(answers).length === 0 ? pages[0] : firstIncomplete(pages, answers);
  return redirect(page ? `/s/${round.id}/p/${page.id}` : `/s/${round.id}/review`, {
    status: 303,
    headers: { 'Set-Cookie': await visitHeader(context, round, visit) },
  });
}
