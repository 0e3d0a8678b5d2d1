import type { Page, Question, Questionnaire } from '#surveys/questionnaire/definition.ts';
import { rulesOf } from '#surveys/questionnaire/kinds/index.ts';
import { type Locale, type LocalizedText, locales } from '#surveys/text.ts';

/**
 * The languages a questionnaire can be answered in, in the order of the language switch: Japanese, and every other
 * one that has all the texts a respondent reads. Labels of base rules, which only the office reads, do not count.
 */
export function availableLocales(
  questionnaire: Pick<Questionnaire, 'title' | 'purpose' | 'pages'>,
): readonly Locale[] {
  const texts = [questionnaire.title, questionnaire.purpose, ...questionnaire.pages.flatMap(textsOfPage)];
  return locales.filter((locale) => locale === 'ja' || texts.every((text) => text[locale] !== undefined));
}

/**
 * The first of some wishes that is among the languages offered, else Japanese; a wish is whatever a page, a link or a
 * tablet sent.
 * @example chooseLocale(['ja', 'en'], undefined, 'fr', 'en') // 'en'
 */
export const chooseLocale = (
  offered: readonly Locale[],
  ...wishes: readonly (string | null | undefined)[]
): Locale => wishes.flatMap((wish) => offered.find((locale) => locale === wish) ?? [])[0] ?? 'ja';

const textsOfPage = ({ title, help, questions }: Page): readonly LocalizedText[] => [
  title,
  ...present(help),
  ...questions.flatMap(textsOfQuestion),
];

const textsOfQuestion = (question: Question): readonly LocalizedText[] => [
  question.text,
  ...present(question.help),
  ...rulesOf(question).listTexts(question),
];

const present = (text: LocalizedText | undefined): readonly LocalizedText[] => (text ? [text] : []);
