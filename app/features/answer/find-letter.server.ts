import { type AppLoadContext, redirect } from '@remix-run/node';
import { findRoundOfCode } from '#app/.server/access-codes.ts';
import type { CodeRefusal } from '#app/features/answer/code-refusal.ts';
import { inLanguage } from '#app/features/answer/language.ts';
import { visitHeader } from '#app/features/answer/visit.server.ts';
import { findRound } from '#db/queries/round.ts';
import { parseCode } from '#surveys/round/access-code.ts';
import { isBeforeFielding } from '#surveys/round/round.ts';
import type { Locale } from '#surveys/text.ts';

/**
 * Finds the round a letter's code is of and leads to its first page, the code kept by the browser in another
 * shape; a code that cannot be used leads to the page that says so.
 * @returns what has to be mended, when the text is no code or no round knows it
 */
export async function followCode(
  context: AppLoadContext,
  { text, locale }: { readonly text: string; readonly locale: Locale },
): Promise<Response | CodeRefusal> {
  const { db, secrets, codeThrottle, hasDemo } = context.services;
  const typed = text.slice(0, 200);
  const parsed = parseCode(typed);
  if (!parsed.ok) return { typed, obstacle: parsed.problem };
  const letter = await findRoundOfCode(context, parsed.code);
  const round = letter && (await findRound(db, letter.roundId));
  if (!letter || !round || (round.isDemo && !hasDemo)) {
    const isTold = await codeThrottle.slowDown(context.clientIp);
    return { typed, obstacle: { kind: isTold ? 'unknown' : 'busy' } };
  }
  // Until it opens, a round's first page says all there is to say, also to whom has a withdrawn letter.
  if (letter.found.state !== 'issued' && isBeforeFielding(round.state)) {
    return redirect(inLanguage(`/s/${round.id}`, locale), 303);
  }
  if (letter.found.state === 'used') return redirect(inLanguage(`/s/${round.id}/code/used`, locale), 303);
  if (letter.found.state !== 'issued')
    return redirect(inLanguage(`/s/${round.id}/code/refused`, locale), 303);
  return redirect(inLanguage(`/s/${round.id}?code=read`, locale), {
    status: 303,
    headers: {
      'Set-Cookie': await visitHeader(context, round, { token: secrets.codeToken(round.id, parsed.code) }),
    },
  });
}
