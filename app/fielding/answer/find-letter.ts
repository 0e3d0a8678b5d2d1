import type { CodeObstacle } from '#app/fielding/answer/enter-code.ts';
import { findRoundOfCode } from '#app/fielding/codes/access-codes.ts';
import { answerUnknown, maximumTypedCode } from '#app/fielding/codes/judge-code.ts';
import type { Services } from '#app/fielding/services.ts';
import { findRound } from '#db/queries/round.ts';
import { parseCode } from '#surveys/round/access-code.ts';
import { judgeCode } from '#surveys/round/code-verdict.ts';
import { isBeforeFielding, type Round } from '#surveys/round/round.ts';

/** Where the code of a letter leads, or what has to be put right first. */
export type FoundLetter =
  /** `token`: what the browser keeps in place of the code. */
  | { readonly kind: 'usable'; readonly round: Round; readonly token: string }
  /** `not_open_yet`: the round's first page says all there is to say, to holders of a withdrawn letter as well. */
  | { readonly kind: 'used' | 'withdrawn' | 'not_open_yet'; readonly round: Round }
  | { readonly kind: 'refused'; readonly obstacle: CodeObstacle };

/** Finds the round that the code of a letter is of; a code that no round knows is answered as a guess may be. */
export async function findLetter(
  services: Services,
  { typedCode, clientIp }: { readonly typedCode: string; readonly clientIp: string },
): Promise<FoundLetter> {
  const { db, secrets } = services;
  const parsed = parseCode(typedCode.slice(0, maximumTypedCode));
  if (!parsed.ok) return { kind: 'refused', obstacle: parsed.problem };
  const letter = await findRoundOfCode(services, parsed.code);
  const round = letter && (await findRound(db, letter.roundId));
  const verdict = judgeCode(letter?.found.state);
  if (!round || verdict === 'unknown') {
    return { kind: 'refused', obstacle: { kind: await answerUnknown(services, clientIp) } };
  }
  if (verdict === 'usable') {
    return { kind: 'usable', round, token: secrets.codeToken(round.id, parsed.code) };
  }
  return { kind: isBeforeFielding(round.state) ? 'not_open_yet' : verdict, round };
}
