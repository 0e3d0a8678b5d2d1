import type { AppLoadContext } from '@remix-run/node';
import { findKioskDevice } from '#app/features/kiosk/kiosk-device.server.ts';
import type { KioskRound, KioskView } from '#app/features/kiosk/kiosk-view.ts';
import { getPlan } from '#db/queries/plan.ts';
import { findRound } from '#db/queries/round.ts';
import { availableLocales } from '#surveys/questionnaire/available-locales.ts';
import { fitsKiosk } from '#surveys/round/kiosk.ts';
import type { Round } from '#surveys/round/round.ts';
import { takesAnswers } from '#surveys/round/takes-answers.ts';

/** The round with this id when tablets may show it here; whether it takes answers now is another question. */
export async function findKioskRound(
  context: AppLoadContext,
  roundId: string | null,
): Promise<Round | undefined> {
  const round = roundId === null ? undefined : await findRound(context.services.db, roundId);
  return round && fitsKiosk(round) ? round : undefined;
}

/** What the tablet that asks should show. */
export async function loadKiosk(request: Request, context: AppLoadContext): Promise<KioskView> {
  const device = await findKioskDevice(request, context);
  if (!device) return { kind: 'unpaired', stamp: 'unpaired' };
  const { name: deviceName } = device;
  const round = await findKioskRound(context, device.roundId);
  if (!round || !takesAnswers(round, 'kiosk', context.services.now().toISOString())) {
    return { kind: 'waiting', stamp: `waiting ${deviceName}`, deviceName };
  }
  const stamp = `${round.id} ${round.questionnaireHash} ${deviceName}`;
  return { kind: 'ready', stamp, deviceName, round: await describeRound(context, round) };
}

async function describeRound(context: AppLoadContext, round: Round): Promise<KioskRound> {
  const { questionnaire } = round;
  const plan = await getPlan(context.services.db, round.planId);
  const ids = questionnaire.pages.flatMap((page) => page.questions.map(({ id }) => id));
  return {
    id: round.id,
    title: questionnaire.title,
    wardOffice: plan.source.publisher,
    purpose: questionnaire.purpose,
    minutes: questionnaire.minutes,
    nQuestions: ids.length,
    audience: round.audience,
    asksCode: round.access === 'code',
    isDemo: round.isDemo,
    languages: availableLocales(questionnaire),
    pages: questionnaire.pages,
    numbers: Object.fromEntries(ids.map((id, index) => [id, index + 1])),
  };
}
