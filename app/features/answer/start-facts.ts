import type { Round } from '#surveys/round/round.ts';
import { type Locale, localize } from '#surveys/text.ts';

/** What the first page says of a round, in a language. */
export function startFactsOf({ questionnaire, closesAt, audience, terms }: Round, locale: Locale) {
  return {
    purpose: localize(questionnaire.purpose, locale),
    minutes: questionnaire.minutes,
    nQuestions: questionnaire.pages.flatMap(({ questions }) => questions).length,
    closesAt,
    audience,
    terms: {
      contact: localize(terms.contact, locale),
      voluntary: localize(terms.nonResponse, locale),
      proxy: localize(terms.proxy, locale),
      duplicates: localize(terms.duplicates, locale),
      responsesKeptUntil: terms.responsesKeptUntil,
    },
  };
}
