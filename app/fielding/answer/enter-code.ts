import { answerForCode, maximumTypedCode } from '#app/fielding/codes/judge-code.ts';
import type { Services } from '#app/fielding/services.ts';
import { type CodeProblem, parseCode } from '#surveys/round/access-code.ts';
import type { Round } from '#surveys/round/round.ts';

/** Why a code does not lead on, and can be put right where it was typed. */
export type CodeObstacle = CodeProblem | { readonly kind: 'busy' | 'unknown' | 'askAgain' };

interface Refused {
  readonly kind: 'refused';
  readonly obstacle: CodeObstacle;
}

interface Read {
  readonly kind: 'ready';
  /** What the browser keeps in place of the code. */
  readonly token: string;
}

/** Whether a code opens the round. */
export type CodeEntry = Read | Refused | { readonly kind: 'used' | 'withdrawn' };

/** How a code comes: typed into a field, or with the browser, which has it from the QR code. */
export interface GivenCode {
  readonly round: Round;
  /** Undefined where the form had no field for it. */
  readonly typedCode: string | undefined;
  readonly token: string | undefined;
}

/** The token of the code that was typed or, where the form had no field for it, that the browser keeps. */
export function readCode(
  { secrets }: Pick<Services, 'secrets'>,
  { round, typedCode, token }: GivenCode,
): Read | Refused {
  const parsed = parseCode((typedCode ?? '').slice(0, maximumTypedCode));
  if (parsed.ok) return { kind: 'ready', token: secrets.codeToken(round.id, parsed.code) };
  // An empty field is a slip, not a wish to go on with what someone else read in on this device.
  if (typedCode !== undefined) return { kind: 'refused', obstacle: parsed.problem };
  return token === undefined ? { kind: 'refused', obstacle: { kind: 'askAgain' } } : { kind: 'ready', token };
}

/** Reads a code and looks it up; guessing is slowed down, honest slips are not. */
export async function enterCode(
  services: Services,
  { clientIp, ...given }: GivenCode & { readonly clientIp: string },
): Promise<CodeEntry> {
  const read = readCode(services, given);
  if (read.kind === 'refused') return read;
  const roundId = given.round.id;
  const codeHash = services.secrets.codeHash(roundId, read.token);
  const verdict = await answerForCode(services, { roundId, codeHash, clientIp });
  switch (verdict) {
    case 'unknown':
    case 'busy':
      return { kind: 'refused', obstacle: { kind: verdict } };
    case 'usable':
      return read;
    case 'used':
    case 'withdrawn':
      return { kind: verdict };
  }
}
