import type { TermName, TermTexts } from '#surveys/round/terms.ts';
import type { Locale, LocalizedText } from '#surveys/text.ts';

/** A text as it counts: what stands around it, and how its lines end, is not part of the wording. */
const wordingOf = (text: string): string => text.replace(/\r\n?/g, '\n').trim();

/** Whether two texts word something alike; white space around them and kinds of line ends make no difference. */
export const isSameWording = (one: string, other: string): boolean => wordingOf(one) === wordingOf(other);

/**
 * The text that a Japanese wording makes, with the translations that are known of this very wording; of several
 * known texts the first that has a language counts. A wording that nobody knows has no translation: those of another
 * one would say something else.
 */
export function translateWording(ja: string, known: readonly LocalizedText[]): LocalizedText {
  const same = known.filter((text) => isSameWording(text.ja, ja));
  const translated: LocalizedText = { ja: wordingOf(ja) };
  for (const text of same.toReversed()) Object.assign(translated, text);
  return translated;
}

/** Of the languages that residents can choose, those whose pages show a text in Japanese; never Japanese itself. */
export const listUntranslated = (text: LocalizedText, languages: readonly Locale[]): readonly Locale[] =>
  languages.filter((language) => text[language] === undefined);

/**
 * The texts of a round that asks another audience than before: what stood in its usual wording becomes the usual
 * wording of the new audience; what was worded otherwise stays.
 */
export function adaptTexts(
  texts: TermTexts,
  usual: { readonly before: TermTexts; readonly after: TermTexts },
): TermTexts {
  const adapt = (name: TermName) =>
    isSameWording(texts[name].ja, usual.before[name].ja) &&
    !isSameWording(texts[name].ja, usual.after[name].ja)
      ? usual.after[name]
      : texts[name];
  return mapTerms(adapt);
}

/** Makes something of every text among the terms. */
export const mapTerms = <Value>(make: (name: TermName) => Value): Record<TermName, Value> => ({
  contact: make('contact'),
  proxy: make('proxy'),
  nonResponse: make('nonResponse'),
  duplicates: make('duplicates'),
});
