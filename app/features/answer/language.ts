import { availableLocales, chooseLocale } from '#surveys/questionnaire/available-locales.ts';
import type { Round } from '#surveys/round/round.ts';
import { type Locale, locales } from '#surveys/text.ts';

/** The language a resident's page is in, and those it could be in. */
export interface Language {
  readonly locale: Locale;
  readonly offered: readonly Locale[];
}

type Wanted = string | null | undefined;

const choose = (offered: readonly Locale[], wishes: readonly Wanted[]): Language => ({
  locale: chooseLocale(offered, ...wishes),
  offered,
});

/** The language of a round's page: the first of the wishes that the round is offered in, else Japanese. */
export const languageOf = (round: Pick<Round, 'questionnaire'>, ...wishes: readonly Wanted[]): Language =>
  choose(availableLocales(round.questionnaire), wishes);

/** The language of a page that belongs to no round. */
export const languageWithoutRound = (...wishes: readonly Wanted[]): Language => choose(locales, wishes);

/** The language that a link asks for. */
export const linkedLocale = ({ url }: Pick<Request, 'url'>): string | null =>
  new URL(url).searchParams.get('lang');

const switchPrefix = 'lang:';

/** The value of the button that changes a form's language and sends nothing off. */
export const switchValue = (locale: Locale): string => `${switchPrefix}${locale}`;

/** The language that the value of a button switches to; undefined for a button that does something else. */
export const switchedTo = (value: string): string | undefined =>
  value.startsWith(switchPrefix) ? value.slice(switchPrefix.length) : undefined;

/**
 * An address that says its language, so that a refusal there is told in it as well. Japanese needs no saying: the
 * plain address is the one in letters and on posters.
 */
export function inLanguage(path: string, locale: Locale): string {
  if (locale === 'ja') return path;
  return `${path}${path.includes('?') ? '&' : '?'}lang=${locale}`;
}
