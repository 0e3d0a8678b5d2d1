import type { AppLoadContext } from '@remix-run/node';
import { hashOfCode } from '#app/.server/access-codes.ts';
import { fieldsOf } from '#app/components/form/form-fields.ts';
import { kioskFields } from '#app/features/kiosk/kiosk-fields.ts';
import type { KioskCodeObstacle, KioskCodeReply, KioskReply } from '#app/features/kiosk/kiosk-view.ts';
import { findKioskRound } from '#app/features/kiosk/load-kiosk.server.ts';
import { findCode } from '#db/queries/access-code.ts';
import type { Device } from '#db/queries/device.ts';
import type { Admission } from '#db/queries/submission.ts';
import { availableLocales } from '#surveys/questionnaire/available-locales.ts';
import { profileOf } from '#surveys/response/profile.ts';
import { validateAll } from '#surveys/response/validate-answers.ts';
import { parseCode } from '#surveys/round/access-code.ts';
import type { Round } from '#surveys/round/round.ts';
import type { Locale } from '#surveys/text.ts';

const keyPattern = /^[A-Za-z0-9_-]{43}$/;

/**
 * Accepts a finished answer of a tablet, whichever round the tablet shows by now: it may have waited for its
 * line. The same key is the same answer, however often it comes.
 */
export async function acceptKioskAnswer(context: AppLoadContext, device: Device): Promise<KioskReply> {
  const { acceptance, secrets, codeThrottle } = context.services;
  const { form } = context;
  const round = await findKioskRound(context, form.get(kioskFields.round));
  const key = form.get(kioskFields.key) ?? '';
  if (!round || !keyPattern.test(key)) return 'invalid';
  const checked = validateAll(round.questionnaire, fieldsOf(form));
  if (!checked.ok) return 'invalid';
  const { answers } = checked;
  const outcome = await acceptance.submit({
    roundId: round.id,
    keyHash: secrets.submissionKeyHash(round.id, key),
    draftId: null,
    admission: admissionOf(context, round),
    response: {
      stratum: 'all',
      profile: profileOf(round.questionnaire, answers),
      channel: 'kiosk',
      answers,
    },
    counters: { language: languageOf(context, round), device: 'kiosk', kioskId: device.id },
  });
  if (outcome === 'code_refused') await codeThrottle.slowDown(context.clientIp);
  return outcome;
}

function admissionOf({ services, form }: AppLoadContext, round: Round): Admission {
  const parsed = parseCode(form.get(kioskFields.code) ?? '');
  if (round.access !== 'code' || !parsed.ok) return { kind: 'open' };
  return { kind: 'code', codeHash: hashOfCode(services.secrets, round.id, parsed.code) };
}

/** The language somebody answers in, among those the round is offered in. */
const languageOf = ({ form }: AppLoadContext, { questionnaire }: Round): Locale =>
  availableLocales(questionnaire).find((locale) => locale === form.get(kioskFields.language)) ?? 'ja';

/** Whether a code opens the round, before anybody answers in vain; it is not used up by this. */
export async function checkKioskCode(context: AppLoadContext): Promise<KioskCodeReply> {
  const { db, secrets, codeThrottle } = context.services;
  const round = await findKioskRound(context, context.form.get(kioskFields.round));
  const mend = (obstacle: KioskCodeObstacle): KioskCodeReply => ({ kind: 'mend', obstacle });
  if (!round) return mend({ kind: 'not_open' });
  const parsed = parseCode((context.form.get(kioskFields.code) ?? '').slice(0, 200));
  if (!parsed.ok) return mend(parsed.problem);
  const codeHash = hashOfCode(secrets, round.id, parsed.code);
  const found = await findCode(db, { roundId: round.id, codeHash });
  if (found?.state === 'issued') return { kind: 'ready' };
  if (found) return mend({ kind: found.state });
  const isTold = await codeThrottle.slowDown(context.clientIp);
  return mend({ kind: isTold ? 'unknown' : 'busy' });
}
