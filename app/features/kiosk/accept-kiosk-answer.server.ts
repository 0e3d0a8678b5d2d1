import type { AppLoadContext } from '@remix-run/node';
import { fieldsOf } from '#app/components/form/form-fields.ts';
import { kioskFields } from '#app/features/kiosk/kiosk-fields.ts';
import type { KioskCodeObstacle, KioskCodeReply, KioskReply } from '#app/features/kiosk/kiosk-view.ts';
import { findKioskRound } from '#app/features/kiosk/load-kiosk.server.ts';
import { answerForCode, answerUnknown, readTypedCode } from '#app/fielding/codes/judge-code.ts';
import type { Device } from '#db/queries/device.ts';
import { availableLocales } from '#surveys/questionnaire/available-locales.ts';
import { composeSubmission } from '#surveys/response/submission.ts';
import { parseSubmissionKey } from '#surveys/response/submission-key.ts';
import { validateAll } from '#surveys/response/validate-answers.ts';
import type { Round } from '#surveys/round/round.ts';
import type { Locale } from '#surveys/text.ts';

/**
 * Accepts a finished answer of a tablet, whichever round the tablet shows by now: it may have waited for its
 * line. The same key is the same answer, however often it comes.
 */
export async function acceptKioskAnswer(context: AppLoadContext, device: Device): Promise<KioskReply> {
  const { acceptance, secrets } = context.services;
  const { form } = context;
  const round = await findKioskRound(context, form.get(kioskFields.round));
  const key = parseSubmissionKey(form.get(kioskFields.key));
  if (!round || key === undefined) return 'invalid';
  const checked = validateAll(round.questionnaire, fieldsOf(form));
  if (!checked.ok) return 'invalid';
  const { answers } = checked;
  const code = readTypedCode(context.services, round.id, form.get(kioskFields.code) ?? '');
  const outcome = await acceptance.submit(
    composeSubmission({
      round,
      keyHash: secrets.submissionKeyHash(round.id, key),
      answers,
      channel: 'kiosk',
      codeHash: code.ok ? code.codeHash : null,
      counters: { language: languageOf(context, round), device: 'kiosk', kioskId: device.id },
    }),
  );
  if (outcome === 'code_refused') await answerUnknown(context.services, context.clientIp);
  return outcome;
}

/** The language somebody answers in, among those the round is offered in. */
const languageOf = ({ form }: AppLoadContext, { questionnaire }: Round): Locale =>
  availableLocales(questionnaire).find((locale) => locale === form.get(kioskFields.language)) ?? 'ja';

/** Whether a code opens the round, before anybody answers in vain; it is not used up by this. */
export async function checkKioskCode(context: AppLoadContext): Promise<KioskCodeReply> {
  const round = await findKioskRound(context, context.form.get(kioskFields.round));
  const mend = (obstacle: KioskCodeObstacle): KioskCodeReply => ({ kind: 'mend', obstacle });
  if (!round) return mend({ kind: 'not_open' });
  const code = readTypedCode(context.services, round.id, context.form.get(kioskFields.code) ?? '');
  if (!code.ok) return mend(code.problem);
  const wanted = { roundId: round.id, codeHash: code.codeHash, clientIp: context.clientIp };
  const verdict = await answerForCode(context.services, wanted);
  return verdict === 'usable' ? { kind: 'ready' } : mend({ kind: verdict });
}
