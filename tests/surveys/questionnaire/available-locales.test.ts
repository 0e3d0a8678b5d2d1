import { describe, expect, it } from 'vitest';
import { loadCatalogQuestionnaires } from '#surveys/catalog/load-questionnaires.ts';
import { availableLocales } from '#surveys/questionnaire/available-locales.ts';
import { composeQuestionnaire } from '#surveys/questionnaire/compose.ts';
import type { Question } from '#surveys/questionnaire/definition.ts';
import { locales } from '#surveys/text.ts';

const both = { ja: '文', en: 'text' };
const onlyJapanese = { ja: '文' };
const base = { id: 'q', text: both, required: false };

const questionnaireWith = (question: Question, page: { help?: { ja: string } } = {}) => ({
  title: both,
  purpose: both,
  pages: [{ id: 'p', title: both, questions: [question], ...page }],
});
const comment: Question = { ...base, kind: 'long_text', maxLength: 100 };

describe('availableLocales', () => {
  it('offers a language that has every text, after Japanese', () => {
    expect(availableLocales(questionnaireWith(comment))).toEqual(['ja', 'en']);
  });

  it.each<[string, Question]>([
    ['text', { ...comment, text: onlyJapanese }],
    ['help', { ...comment, help: onlyJapanese }],
    [
      'option',
      {
        ...base,
        kind: 'single',
        options: [
          { code: 'a', label: both },
          { code: 'b', label: onlyJapanese },
        ],
      },
    ],
    ['end of a scale', { ...base, kind: 'scale', min: 1, max: 5, minLabel: both, maxLabel: onlyJapanese }],
    ['unit', { ...base, kind: 'number', min: 0, max: 9, isInteger: true, unit: onlyJapanese }],
  ])('does not offer a language that lacks one %s', (_what, question) => {
    expect(availableLocales(questionnaireWith(question))).toEqual(['ja']);
  });

  it('does not offer a language that lacks the title, the purpose or the help of a page', () => {
    const whole = questionnaireWith(comment);
    expect(availableLocales({ ...whole, title: onlyJapanese })).toEqual(['ja']);
    expect(availableLocales({ ...whole, purpose: onlyJapanese })).toEqual(['ja']);
    expect(availableLocales(questionnaireWith(comment, { help: onlyJapanese }))).toEqual(['ja']);
  });

  it('asks for nothing that is not there in Japanese either', () => {
    const question: Question = { ...base, kind: 'number', min: 0, max: 9, isInteger: true };
    expect(availableLocales(questionnaireWith(question))).toEqual(['ja', 'en']);
  });

  it('finds the residents’ questionnaire of the catalogue in every language throughout', () => {
    const catalog = loadCatalogQuestionnaires('surveys/catalog/konohana');
    const recipe = catalog.recipes.find(({ id }) => id === 'residents');
    expect(recipe && availableLocales(composeQuestionnaire(recipe, catalog.blocks))).toEqual(locales);
  });
});
