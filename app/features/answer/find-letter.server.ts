import { type AppLoadContext, redirect } from '@remix-run/node';
import type { CodeRefusal } from '#app/features/answer/code-refusal.ts';
import { inLanguage } from '#app/features/answer/language.ts';
import { visitHeader } from '#app/features/answer/visit.server.ts';
import { findRoundOfCode } from '#app/fielding/codes/access-codes.ts';
import { answerUnknown, maximumTypedCode } from '#app/fielding/codes/judge-code.ts';
import { findRound } from '#db/queries/round.ts';
import { parseCode } from '#surveys/round/access-code.ts';
import { judgeCode } from '#surveys/round/code-verdict.ts';
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
  const { db, secrets } = context.services;
  const typed = text.slice(0, maximumTypedCode);
  const parsed = parseCode(typed);
  if (!parsed.ok) return { typed, obstacle: parsed.problem };
  const letter = await findRoundOfCode(context.services, parsed.code);
  const round = letter && (await findRound(db, letter.roundId));
  if (!letter || !round) {
    return { typed, obstacle: { kind: await answerUnknown(context.services, context.clientIp) } };
  }
  const verdict = judgeCode(letter.found.state);
  if (verdict !== 'usable') {
    // Until it opens, a round's first page says all there is to say, to holders of a withdrawn letter as well.
    const page = verdict === 'used' ? '/code/used' : '/code/refused';
    return redirect(inLanguage(`/s/${round.id}${isBeforeFielding(round.state) ? '' : page}`, locale), 303);
  }
  return redirect(inLanguage(`/s/${round.id}?code=read`, locale), {
    status: 303,
    headers: {
      'Set-Cookie': await visitHeader(context, round, { token: secrets.codeToken(round.id, parsed.code) }),
    },
  });
}
