import { type AppLoadContext, redirect } from '@remix-run/node';
import type { CodeRefusal } from '#app/features/answer/code-refusal.ts';
import { inLanguage } from '#app/features/answer/language.ts';
import { hrefOfCodeState } from '#app/features/answer/lead-on.server.ts';
import { findLetter } from '#app/fielding/answer/find-letter.ts';
import { visitHeader } from '#app/web/visit-cookie.ts';
import type { Locale } from '#surveys/text.ts';

/**
 * Leads to the first page of the round a letter's code is of, the code kept by the browser in another shape; a code
 * that cannot be used leads to the page that says so.
 * @returns what has to be put right, when the text is no code or no round knows it
 */
export async function followCode(
  context: AppLoadContext,
  { typedCode, locale }: { readonly typedCode: string; readonly locale: Locale },
): Promise<Response | CodeRefusal> {
  const { services, clientIp } = context;
  const letter = await findLetter(services, { typedCode, clientIp });
  switch (letter.kind) {
    case 'refused':
      return { typed: typedCode, obstacle: letter.obstacle };
    case 'usable':
      return redirect(inLanguage(`/s/${letter.round.id}?code=read`, locale), {
        status: 303,
        headers: { 'Set-Cookie': await visitHeader(context, letter.round, letter.token) },
      });
    case 'not_open_yet':
      return redirect(inLanguage(`/s/${letter.round.id}`, locale), 303);
    case 'used':
    case 'withdrawn':
      return redirect(inLanguage(hrefOfCodeState(letter.round, letter.kind), locale), 303);
  }
}
