import type { AppLoadContext } from '@remix-run/node';
import type { CodeRefusal } from '#app/features/answer/code-refusal.ts';
import { control } from '#app/features/answer/control-fields.ts';
import { readVisitToken } from '#app/features/answer/visit.server.ts';
import { answerForCode, maximumTypedCode } from '#app/fielding/codes/judge-code.ts';
import { parseCode } from '#surveys/round/access-code.ts';
import type { Round } from '#surveys/round/round.ts';

/** Whether a code opens the round; `ready` gives what the browser keeps in its place. */
export type CodeEntry =
  | { readonly kind: 'ready'; readonly token: string }
  | { readonly kind: 'mend'; readonly refusal: CodeRefusal }
  | { readonly kind: 'used' | 'refused' };

/** The token of the code that was typed into a form or, without one, that the browser has from the QR code. */
export async function readCodeToken(
  request: Request,
  context: AppLoadContext,
  round: Round,
): Promise<{ readonly token: string } | { readonly refusal: CodeRefusal }> {
  const typed = (context.form.get(control.code) ?? '').slice(0, maximumTypedCode);
  const parsed = parseCode(typed);
  if (parsed.ok) return { token: context.services.secrets.codeToken(round.id, parsed.code) };
  // An empty field is a slip, not a wish to go on with what someone else read in on this device.
  if (context.form.has(control.code)) {
    return { refusal: { typed, obstacle: parsed.problem } };
  }
  const kept = await readVisitToken(request, context, round);
  return kept === undefined ? { refusal: { typed, obstacle: { kind: 'askAgain' } } } : { token: kept };
}

/** Reads the code of a request and looks it up; guessing is slowed down, honest slips are not. */
export async function enterCode(request: Request, context: AppLoadContext, round: Round): Promise<CodeEntry> {
  const { services, clientIp } = context;
  const read = await readCodeToken(request, context, round);
  if ('refusal' in read) return { kind: 'mend', refusal: read.refusal };
  const typed = context.form.get(control.code) ?? '';
  const { token } = read;
  const codeHash = services.secrets.codeHash(round.id, token);
  const verdict = await answerForCode(services, { roundId: round.id, codeHash, clientIp });
  switch (verdict) {
    case 'unknown':
    case 'busy':
      return { kind: 'mend', refusal: { typed, obstacle: { kind: verdict } } };
    case 'usable':
      return { kind: 'ready', token };
    case 'used':
      return { kind: 'used' };
    case 'withdrawn':
      return { kind: 'refused' };
  }
}
