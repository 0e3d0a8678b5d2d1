import { hashOfCode } from '#app/fielding/codes/access-codes.ts';
import type { Services } from '#app/fielding/services.ts';
import { findCode } from '#db/queries/access-code.ts';
import type { CodeStanding } from '#surveys/paper/code-standing.ts';
import { type CodeProblem, parseCode } from '#surveys/round/access-code.ts';
import { type CodeVerdict, judgeCode } from '#surveys/round/code-verdict.ts';

/** The most characters that are looked at of what somebody typed as a code. */
export const maximumTypedCode = 200;

interface LookedUp {
  readonly roundId: string;
  readonly codeHash: string;
}

/** How a code stands in a round; only its hash is known. */
export async function lookUpCode({ db }: Pick<Services, 'db'>, wanted: LookedUp): Promise<CodeVerdict> {
  return judgeCode((await findCode(db, wanted))?.state);
}

/** How the code of a keyed form stands; null for a form without one. */
export const findCodeStanding = async (
  services: Pick<Services, 'db'>,
  roundId: string,
  codeHash: string | null,
): Promise<CodeStanding> => (codeHash === null ? 'none' : lookUpCode(services, { roundId, codeHash }));

/**
 * As `lookUpCode`, for somebody who may be guessing: unknown codes are counted by where they come from, and
 * answered more slowly after too many. `busy`: too many wait there already, and this one is not answered.
 */
export async function answerForCode(
  services: Pick<Services, 'db' | 'codeThrottle'>,
  { clientIp, ...wanted }: LookedUp & { readonly clientIp: string },
): Promise<CodeVerdict | 'busy'> {
  const verdict = await lookUpCode(services, wanted);
  return verdict === 'unknown' ? answerUnknown(services, clientIp) : verdict;
}

/** The answer to a code that nobody knows, once its sender has waited long enough. */
export async function answerUnknown(
  { codeThrottle }: Pick<Services, 'codeThrottle'>,
  clientIp: string,
): Promise<'unknown' | 'busy'> {
  return (await codeThrottle.slowDown(clientIp)) ? 'unknown' : 'busy';
}

/** The hash of a code as it was typed, or what is wrong with the text. */
export function readTypedCode(
  { secrets }: Pick<Services, 'secrets'>,
  roundId: string,
  typed: string,
): { readonly ok: true; readonly codeHash: string } | { readonly ok: false; readonly problem: CodeProblem } {
  const parsed = parseCode(typed.slice(0, maximumTypedCode));
  return parsed.ok ? { ok: true, codeHash: hashOfCode(secrets, roundId, parsed.code) } : parsed;
}
