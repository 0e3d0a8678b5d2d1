import type { Questionnaire, QuestionOfKind } from '#surveys/questionnaire/definition.ts';
import { type LocalizedText, locales } from '#surveys/text.ts';
import { questionnaire } from '#tests/helpers/make-round.ts';

const inEveryLanguage = (ja: string): LocalizedText => ({
  ...Object.fromEntries(locales.map((locale) => [locale, `${ja} ${locale}`])),
  ja,
});

/** When somebody last came: a day that has been, counted by its month. */
export const lastVisit: QuestionOfKind<'date'> = {
  id: 'last-visit',
  kind: 'date',
  text: inEveryLanguage('最後に区役所を訪れた日'),
  required: true,
  latest: { daysFromToday: 0 },
  talliedBy: 'month',
};

/** A questionnaire of one date, in seven languages. */
export const dateQuestionnaire: Questionnaire = {
  ...questionnaire,
  id: 'date',
  audience: 'visitors',
  title: inEveryLanguage('来庁の調査'),
  purpose: inEveryLanguage('窓口の改善'),
  pages: [{ id: 'visit', title: inEveryLanguage('来庁'), questions: [lastVisit] }],
  measurements: [],
};
