import { describe, expect, it } from 'vitest';
import { composeQuestionnaire, selectIndicators } from '#surveys/questionnaire/compose.ts';
import type { QuestionBlock, QuestionnaireRecipe } from '#surveys/questionnaire/definition.ts';

function block(id: string, pageId: string, title = '話題'): QuestionBlock {
  return {
    id,
    pages: [
      {
        id: pageId,
        title: { ja: title },
        questions: [{ id: `q-${id}`, kind: 'short_text', text: { ja: '問' }, required: false, maxLength: 9 }],
      },
    ],
    measurements: [],
  };
}

function measuring(indicator: string): QuestionBlock {
  const baseRules = [{ id: 'answered', label: { ja: '回答者' }, outOfBase: ['not_asked', 'no_answer'] }];
  return {
    ...block(indicator, `page-${indicator}`),
    measurements: [{ kind: 'count', indicator, question: `q-${indicator}`, baseRules }],
  };
}

function recipe(...blocks: string[]): QuestionnaireRecipe {
  return {
    id: 'r',
    version: 1,
    title: { ja: '調査' },
    audience: 'residents',
    layout: 'pages',
    minutes: 5,
    purpose: { ja: '目的' },
    blocks,
  };
}

describe('composeQuestionnaire', () => {
  it('puts the blocks one after the other with all their measurements', () => {
    const questionnaire = composeQuestionnaire(recipe('b', 'a'), [measuring('a'), measuring('b')]);
    expect(questionnaire.pages.map(({ id }) => id)).toEqual(['page-b', 'page-a']);
    expect(questionnaire.measurements.map(({ indicator }) => indicator)).toEqual(['b', 'a']);
    expect(questionnaire).not.toHaveProperty('blocks');
  });

  it('joins pages of one topic where the topic first appears', () => {
    const blocks = [block('a', 'topic'), block('b', 'other'), block('c', 'topic')];
    const { pages } = composeQuestionnaire(recipe('a', 'b', 'c'), blocks);
    expect(pages.map(({ id, questions }) => [id, questions.map((q) => q.id)])).toEqual([
      ['topic', ['q-a', 'q-c']],
      ['other', ['q-b']],
    ]);
  });

  it.each([
    {
      name: 'an unknown block',
      blocks: [block('a', 'p')],
      chosen: ['a', 'x'],
      message: 'blocks[1]: unknown block x',
    },
    {
      name: 'a block named twice',
      blocks: [block('a', 'p')],
      chosen: ['a', 'a'],
      message: 'blocks[1]: block a is named twice',
    },
    {
      name: 'one page id for two topics',
      blocks: [block('a', 'p'), block('b', 'p', '別の話題')],
      chosen: ['a', 'b'],
      message: 'block b: page p differs',
    },
    {
      name: 'a question id given twice',
      blocks: [block('a', 'p'), { ...block('a', 'p2'), id: 'b' }],
      chosen: ['a', 'b'],
      message: 'pages: question q-a is given twice',
    },
  ])('refuses $name', ({ blocks, chosen, message }) => {
    expect(() => composeQuestionnaire(recipe(...chosen), blocks)).toThrow(message);
  });
});

describe('selectIndicators', () => {
  const blocks = [measuring('1-1'), measuring('1-2'), block('profile', 'profile')];

  it('keeps the chosen indicators and what measures nothing', () => {
    expect(selectIndicators(recipe('1-1', '1-2', 'profile'), blocks, ['1-2']).blocks).toEqual([
      '1-2',
      'profile',
    ]);
  });

  it('refuses an indicator the recipe does not measure', () => {
    expect(() => selectIndicators(recipe('1-1', 'profile'), blocks, ['1-2'])).toThrow(
      'no block of r measures indicator 1-2',
    );
  });
});
