import { renderToStaticMarkup } from 'react-dom/server';
import { describe, expect, it } from 'vitest';
import { Furigana } from '#app/components/ui/furigana.tsx';
import { WordsProvider } from '#app/components/ui/words-context.tsx';
import { StartFacts } from '#app/features/answer/start-form.tsx';
import { wordsOf } from '#app/i18n/resident-words.ts';
import { type Audience, audiences } from '#surveys/questionnaire/definition.ts';
import { mixingMinimum } from '#surveys/round/anonymity.ts';
import { type Locale, locales } from '#surveys/text.ts';

const terms = { contact: '', voluntary: '', proxy: '', duplicates: '', responsesKeptUntil: '2030-03-31' };
const facts = {
  wardOffice: '',
  purpose: '',
  minutes: 5,
  nQuestions: 9,
  closesAt: '2025-10-31T15:00:00.000Z',
};

const renderFacts = (audience: Audience, locale: Locale) =>
  renderToStaticMarkup(
    <WordsProvider words={wordsOf(locale)}>
      <StartFacts {...facts} audience={audience} terms={terms} />
    </WordsProvider>,
  );

describe('the facts before the first question', () => {
  it.each(audiences)('promise %s in every language what is done with their answers', (audience) => {
    const isHidden = mixingMinimum(audience) > 1;
    for (const locale of locales) {
      const markup = renderFacts(audience, locale);
      const { anonymous, attributed, use } = wordsOf(locale).answer.start;
      const told = (text: string) =>
        markup.includes(renderToStaticMarkup(<Furigana text={`${text}${use}`} />));
      expect([told(anonymous), told(attributed)]).toEqual([isHidden, !isHidden]);
    }
  });
});
