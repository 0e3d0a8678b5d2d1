import { expect, it } from 'vitest';
import { listKeyingHints } from '#surveys/questionnaire/kinds/index.ts';
import { sampleQuestionnaire } from '#tests/helpers/sample-questionnaire.ts';

const wordsOf = (id: string) => {
  const question = sampleQuestionnaire.pages
    .flatMap(({ questions }) => questions)
    .find((one) => one.id === id);
  if (!question) throw new Error(`no question ${id}`);
  return listKeyingHints(question);
};

it('writes a scale by its ends, 該当なし apart', () => {
  expect(wordsOf('speed')).toEqual(['1 悪い … 5 良い', '6 該当なし']);
});

it('writes choices by their numbers, and nothing for open questions', () => {
  expect(wordsOf('visited')).toEqual(['1 visited', '2 not-visited']);
  expect(wordsOf('comment')).toEqual([]);
});
