import { type AppLoadContext, data, redirect } from '@remix-run/node';
import { enterCode } from '#app/features/answer/code-entry.server.ts';
import { inLanguage, languageOf, linkedLocale } from '#app/features/answer/language.ts';
import { firstIncomplete } from '#app/features/answer/save-page.server.ts';
import {
  findVisit,
  findVisitByToken,
  newVisit,
  saveVisit,
  type Visit,
  visitHeader,
} from '#app/features/answer/visit.server.ts';
import { visiblePages } from '#surveys/questionnaire/visibility.ts';
import type { Round } from '#surveys/round/round.ts';

/** Starts a draft, or goes on with the one this browser has begun. */
export async function begin(request: Request, context: AppLoadContext, round: Round): Promise<Response> {
  const found = await findVisit(request, context, round);
  return goOn(request, context, round, { found, fresh: found ?? newVisit() });
}

/** As `begin`, for a round that asks for a code: the draft is found by the code, on whatever device. */
export async function beginWithCode(request: Request, context: AppLoadContext, round: Round) {
  const entry = await enterCode(request, context, round);
  switch (entry.kind) {
    case 'ready': {
      const found = await findVisitByToken(context, round, entry.token);
      throw await goOn(request, context, round, { found, fresh: found ?? newVisit(entry.token) });
    }
    case 'mend':
      return data({ kind: 'code' as const, refusal: entry.refusal }, { status: 400 });
    case 'used':
    case 'refused':
      throw redirect(
        inLanguage(`/s/${round.id}/code/${entry.kind}`, languageOf(round, linkedLocale(request)).locale),
        303,
      );
  }
}

async function goOn(
  request: Request,
  context: AppLoadContext,
  round: Round,
  { found, fresh }: { readonly found: Visit | undefined; readonly fresh: Visit },
): Promise<Response> {
  const { locale } = languageOf(round, linkedLocale(request), fresh.draft.locale);
  const visit: Visit = { ...fresh, draft: { ...fresh.draft, locale } };
  if (found?.draft.locale !== locale) {
    await saveVisit(context, round, { visit, reached: found ? undefined : { kind: 'begun' } });
  }
  const { answers } = visit.draft;
  const pages = visiblePages(round.questionnaire, answers);
  const page = Object.keys(answers).length === 0 ? pages[0] : firstIncomplete(pages, answers);
  return redirect(inLanguage(page ? `/s/${round.id}/p/${page.id}` : `/s/${round.id}/review`, locale), {
    status: 303,
    headers: { 'Set-Cookie': await visitHeader(context, round, visit) },
  });
}
