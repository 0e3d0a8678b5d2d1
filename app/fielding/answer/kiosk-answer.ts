import { answerForCode, answerUnknown, readTypedCode } from '#app/fielding/codes/judge-code.ts';
import { findKioskRound } from '#app/fielding/devices/load-kiosk.ts';
import type { Services } from '#app/fielding/services.ts';
import { availableLocales, chooseLocale } from '#surveys/questionnaire/available-locales.ts';
import { answeredBefore } from '#surveys/response/answered-on.ts';
import { type AcceptanceOutcome, composeSubmission } from '#surveys/response/submission.ts';
import { type AnswerForm, validateAll } from '#surveys/response/validate-answers.ts';
import type { CodeProblem } from '#surveys/round/access-code.ts';
import type { CodeVerdict } from '#surveys/round/code-verdict.ts';

/** What becomes of a finished answer; `invalid`: no tablet of ours makes one like it. */
export type KioskReply = AcceptanceOutcome | 'invalid';

interface KioskAnswer {
  /** The device that it came from. */
  readonly deviceId: string;
  readonly clientIp: string;
  readonly roundId: string;
  /** Undefined where what was sent could not be one. */
  readonly submissionKey: string | undefined;
  /** As typed, by question id. */
  readonly typed: AnswerForm;
  /** As typed; empty where the round asks for none. */
  readonly code: string;
  /** The language somebody answered in; one that the round is not offered in counts as Japanese. */
  readonly language: string;
}

/**
 * Accepts a finished answer of a tablet, whichever round the tablet shows by now: it may have waited for its
 * line. The same key is the same answer, however often it comes.
 */
export async function acceptKioskAnswer(services: Services, answer: KioskAnswer): Promise<KioskReply> {
  const { acceptance, secrets } = services;
  const { submissionKey, clientIp } = answer;
  const round = await findKioskRound(services, answer.roundId);
  if (!round || submissionKey === undefined) return 'invalid';
  const checked = validateAll(
    round.questionnaire,
    answer.typed,
    answeredBefore(services.now().toISOString(), round),
  );
  if (!checked.ok) return 'invalid';
  const code = readTypedCode(services, round.id, answer.code);
  const language = chooseLocale(availableLocales(round.questionnaire), answer.language);
  const outcome = await acceptance.submit(
    composeSubmission({
      round,
      keyHash: secrets.submissionKeyHash(round.id, submissionKey),
      answers: checked.answers,
      channel: 'kiosk',
      codeHash: code.ok ? code.codeHash : null,
      counters: { language, device: 'kiosk', kioskId: answer.deviceId },
    }),
  );
  if (outcome === 'code_refused') await answerUnknown(services, clientIp);
  return outcome;
}

/** Why a code does not lead to the questions, to be told in whichever language the visit is in. */
export type KioskCodeObstacle =
  | CodeProblem
  | { readonly kind: 'not_open' | 'busy' | Exclude<CodeVerdict, 'usable'> };

/** What is said to a code before the first question. */
export type KioskCodeReply =
  | { readonly kind: 'ready' }
  | { readonly kind: 'refused'; readonly obstacle: KioskCodeObstacle };

/** Whether a code opens the round, before anybody answers in vain; it is not used up by this. */
export async function checkKioskCode(
  services: Services,
  { roundId, code: typed, clientIp }: Pick<KioskAnswer, 'roundId' | 'code' | 'clientIp'>,
): Promise<KioskCodeReply> {
  const round = await findKioskRound(services, roundId);
  if (!round) return refuse({ kind: 'not_open' });
  const code = readTypedCode(services, round.id, typed);
  if (!code.ok) return refuse(code.problem);
  const verdict = await answerForCode(services, { roundId: round.id, codeHash: code.codeHash, clientIp });
  return verdict === 'usable' ? { kind: 'ready' } : refuse({ kind: verdict });
}

const refuse = (obstacle: KioskCodeObstacle): KioskCodeReply => ({ kind: 'refused', obstacle });
