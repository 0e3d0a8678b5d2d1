import type { Services } from '#app/fielding/services.ts';
import type { Device } from '#db/queries/device.ts';
import { getPlan } from '#db/queries/plan.ts';
import { findRound } from '#db/queries/round.ts';
import { availableLocales } from '#surveys/questionnaire/available-locales.ts';
import type { Audience, Page } from '#surveys/questionnaire/definition.ts';
import { numberQuestions } from '#surveys/questionnaire/question-numbers.ts';
import { fitsKiosk } from '#surveys/round/kiosk.ts';
import type { Round } from '#surveys/round/round.ts';
import { takesAnswers } from '#surveys/round/takes-answers.ts';
import type { Locale, LocalizedText } from '#surveys/text.ts';

/** What a tablet shows of its round. */
export interface KioskRound {
  readonly id: string;
  readonly title: LocalizedText;
  readonly wardOffice: string;
  readonly purpose: LocalizedText;
  readonly minutes: number;
  readonly nQuestions: number;
  readonly audience: Audience;
  /** Whether the code of a letter is asked for first. */
  readonly asksCode: boolean;
  readonly isDemo: boolean;
  /** The languages it can be answered in, Japanese first. */
  readonly languages: readonly Locale[];
  readonly pages: readonly Page[];
  readonly numbers: Readonly<Record<string, number>>;
}

/** What a tablet shows; `stamp` changes when it has to load itself anew. */
export type KioskView =
  | { readonly kind: 'unpaired'; readonly stamp: string }
  | { readonly kind: 'waiting'; readonly stamp: string; readonly deviceName: string }
  | {
      readonly kind: 'ready';
      readonly stamp: string;
      readonly deviceName: string;
      readonly round: KioskRound;
    };

/** What the tablet that is a device should show; `unpaired` for one that is none. */
export async function loadKiosk(services: Services, device: Device | undefined): Promise<KioskView> {
  if (!device) return { kind: 'unpaired', stamp: 'unpaired' };
  const { name: deviceName, roundId } = device;
  const round = roundId === null ? undefined : await findKioskRound(services, roundId);
  if (!round || !takesAnswers(round, 'kiosk', services.now().toISOString())) {
    return { kind: 'waiting', stamp: `waiting ${deviceName}`, deviceName };
  }
  const stamp = `${round.id} ${round.questionnaireHash} ${deviceName}`;
  return { kind: 'ready', stamp, deviceName, round: await loadKioskRound(services, round) };
}

/** The round with this id when tablets may show it; whether it takes answers now is another question. */
export async function findKioskRound(
  { db }: Pick<Services, 'db'>,
  roundId: string,
): Promise<Round | undefined> {
  const round = await findRound(db, roundId);
  return round && fitsKiosk(round) ? round : undefined;
}

async function loadKioskRound({ db }: Services, round: Round): Promise<KioskRound> {
  const { questionnaire } = round;
  const numbers = numberQuestions(questionnaire);
  return {
    id: round.id,
    title: questionnaire.title,
    wardOffice: (await getPlan(db, round.planId)).source.publisher,
    purpose: questionnaire.purpose,
    minutes: questionnaire.minutes,
    nQuestions: Object.keys(numbers).length,
    audience: round.audience,
    asksCode: round.access === 'code',
    isDemo: round.isDemo,
    languages: availableLocales(questionnaire),
    pages: questionnaire.pages,
    numbers,
  };
}
