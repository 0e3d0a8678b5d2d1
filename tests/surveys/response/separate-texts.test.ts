import { describe, expect, it } from 'vitest';
import { separateTexts, withoutTextQuestions } from '#surveys/response/separate-texts.ts';
import { questionnaire } from '#tests/helpers/make-round.ts';

describe('separateTexts', () => {
  it('takes texts out and leaves no sign of them', () => {
    const answers = { visited: 'yes', media: ['web'], opinion: 'もっと', nickname: '花' };
    expect(separateTexts(questionnaire, answers)).toEqual({
      answers: { visited: 'yes', media: ['web'] },
      texts: [
        { questionId: 'opinion', text: 'もっと' },
        { questionId: 'nickname', text: '花' },
      ],
    });
  });

  it('finds no text where none was written', () => {
    expect(separateTexts(questionnaire, { visited: 'no' })).toEqual({
      answers: { visited: 'no' },
      texts: [],
    });
  });
});

describe('withoutTextQuestions', () => {
  it('drops text questions, and pages that asked nothing else', () => {
    const { pages } = withoutTextQuestions(questionnaire);
    expect(pages.map(({ id }) => id)).toEqual(['visit', 'media', 'profile']);
    expect(questionnaire.pages).toHaveLength(4);
  });
});
