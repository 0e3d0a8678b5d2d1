import { type AppLoadContext, redirect } from '@remix-run/node';
import { inLanguage } from '#app/features/answer/language.ts';
import type { NextStep } from '#app/fielding/answer/save-page.ts';
import type { Submitted, WebDevice } from '#app/fielding/answer/submit.ts';
import { endVisitHeader } from '#app/web/visit-cookie.ts';
import type { Round } from '#surveys/round/round.ts';
import type { Locale } from '#surveys/text.ts';

/** The address of the page that a visit goes on with. */
export const hrefOfStep = (round: Pick<Round, 'id'>, next: NextStep): string =>
  next.kind === 'review' ? `/s/${round.id}/review` : `/s/${round.id}/p/${next.id}`;

/** The address of the page that says that a code was used, or cannot be used (any more). */
export const hrefOfCodeState = (round: Pick<Round, 'id'>, state: 'used' | 'withdrawn'): string =>
  `/s/${round.id}/code/${state === 'used' ? 'used' : 'refused'}`;

/**
 * Leads to the receipt of an answer, which ends the visit, or to the page that says why its code was not taken.
 * @throws {Response} 410 when the round closed in the meantime
 */
export async function leadToReceipt(
  context: AppLoadContext,
  {
    round,
    submitted,
    locale,
  }: { readonly round: Round; readonly submitted: Submitted; readonly locale: Locale },
): Promise<Response> {
  const headers = { 'Set-Cookie': await endVisitHeader(context, round) };
  const leadTo = (path: string) => redirect(inLanguage(path, locale), { status: 303, headers });
  switch (submitted.kind) {
    case 'sent':
      return leadTo(`/s/${round.id}/sent/${submitted.receipt}`);
    case 'code_used':
      return leadTo(hrefOfCodeState(round, 'used'));
    case 'code_refused':
      return leadTo(hrefOfCodeState(round, 'withdrawn'));
    case 'not_open':
      throw new Response('round', { status: 410 });
  }
}

/** What somebody answers on, by the browser's own account. */
export function deviceOf(request: Request): WebDevice {
  const userAgent = request.headers.get('User-Agent') ?? '';
  if (/iPad|Tablet|Android(?!.*Mobile)/.test(userAgent)) return 'tablet';
  return /Mobile|iPhone|Android/.test(userAgent) ? 'phone' : 'computer';
}
