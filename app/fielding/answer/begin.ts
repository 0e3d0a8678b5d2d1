import { type CodeEntry, enterCode, type GivenCode } from '#app/fielding/answer/enter-code.ts';
import type { NextStep } from '#app/fielding/answer/save-page.ts';
import { findVisit, newVisit, saveVisit, type Visit } from '#app/fielding/answer/visit.ts';
import type { Services } from '#app/fielding/services.ts';
import { availableLocales, chooseLocale } from '#surveys/questionnaire/available-locales.ts';
import { firstIncomplete } from '#surveys/questionnaire/page-place.ts';
import { visiblePages } from '#surveys/questionnaire/visibility.ts';
import type { Round } from '#surveys/round/round.ts';
import type { Locale } from '#surveys/text.ts';

/** A visit that begins, or goes on where it was left. */
export interface Begun {
  readonly kind: 'begun';
  /** What the browser keeps. */
  readonly token: string;
  readonly locale: Locale;
  readonly next: NextStep;
}

interface Beginning {
  readonly round: Round;
  /** What the browser keeps of an earlier visit. */
  readonly token: string | undefined;
  /** The language asked for, whatever that is. */
  readonly wantedLocale: string | null;
}

/** Starts a draft, or goes on with the one this browser has begun. */
export async function begin(services: Services, input: Beginning): Promise<Begun> {
  const found = await findVisit(services, input);
  return goOn(services, input, { found, visit: found ?? newVisit() });
}

/** As `begin`, for a round that asks for a code: the draft is found by the code, on whatever device. */
export async function beginWithCode(
  services: Services,
  input: Beginning & GivenCode & { readonly clientIp: string },
): Promise<Begun | Exclude<CodeEntry, { kind: 'ready' }>> {
  const entry = await enterCode(services, input);
  if (entry.kind !== 'ready') return entry;
  const found = await findVisit(services, { round: input.round, token: entry.token });
  return goOn(services, input, { found, visit: found ?? newVisit(entry.token) });
}

async function goOn(
  services: Services,
  { round, wantedLocale }: Beginning,
  { found, visit }: { readonly found: Visit | undefined; readonly visit: Visit },
): Promise<Begun> {
  const { token, draft } = visit;
  const locale = chooseLocale(availableLocales(round.questionnaire), wantedLocale, draft.locale);
  if (found?.draft.locale !== locale) {
    const reached = found ? undefined : ({ kind: 'begun' } as const);
    await saveVisit(services, { round, visit: { token, draft: { ...draft, locale } }, reached });
  }
  const pages = visiblePages(round.questionnaire, draft.answers);
  const isEmpty = Object.keys(draft.answers).length === 0;
  const page = isEmpty ? pages[0] : firstIncomplete(pages, draft.answers);
  return { kind: 'begun', token, locale, next: page ? { kind: 'page', id: page.id } : { kind: 'review' } };
}
