import { describe, expect, it } from 'vitest';
import {
  inLanguage,
  languageOf,
  languageWithoutRound,
  linkedLocale,
  switchedTo,
  switchValue,
} from '#app/features/answer/language.ts';
import { locales } from '#surveys/text.ts';
import { sampleQuestionnaire } from '#tests/helpers/sample-questionnaire.ts';

const both = { ja: '文', en: 'text' };
const bilingual = {
  questionnaire: {
    ...sampleQuestionnaire,
    title: both,
    purpose: both,
    pages: [
      {
        id: 'p',
        title: both,
        questions: [{ id: 'q', kind: 'long_text', text: both, required: false, maxLength: 9 } as const],
      },
    ],
  },
};

describe('languageOf', () => {
  it('takes the first wish that the round is offered in', () => {
    expect(languageOf(bilingual, undefined, 'ko', 'en', 'ja')).toEqual({
      locale: 'en',
      offered: ['ja', 'en'],
    });
  });

  it('is Japanese without a wish, and in a round that is offered in nothing else', () => {
    expect(languageOf(bilingual, null, 'nonsense').locale).toBe('ja');
    expect(languageOf({ questionnaire: sampleQuestionnaire }, 'en')).toEqual({
      locale: 'ja',
      offered: ['ja'],
    });
  });
});

describe('languageWithoutRound', () => {
  it('offers every language', () => {
    expect(languageWithoutRound('en')).toEqual({ locale: 'en', offered: locales });
  });
});

describe('inLanguage', () => {
  it('leaves the plain address to Japanese', () => {
    expect(inLanguage('/s/r?code=read', 'ja')).toBe('/s/r?code=read');
  });

  it('says any other language in a way that is read back', () => {
    expect(inLanguage('/s/r', 'en')).toBe('/s/r?lang=en');
    const url = new URL(inLanguage('/s/r?code=read', 'en'), 'http://localhost').href;
    expect([url, linkedLocale({ url })]).toEqual(['http://localhost/s/r?code=read&lang=en', 'en']);
  });
});

describe('switchedTo', () => {
  it('reads the button that changes the language, and no other', () => {
    expect(switchedTo(switchValue('en'))).toBe('en');
    expect(switchedTo('back')).toBeUndefined();
    expect(switchedTo('')).toBeUndefined();
  });
});
