import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadCatalogQuestionnaires } from '#surveys/catalog/load-questionnaires.ts';
import { evaluateCondition, visiblePages, visibleQuestionIds } from '#surveys/questionnaire/visibility.ts';
import type { Answers } from '#surveys/response/answers.ts';
import { arbitraryUnprunedAnswers } from '#tests/helpers/arbitrary-answers.ts';
import { arbitraryQuestionnaire } from '#tests/helpers/arbitrary-questionnaire.ts';
import { sampleQuestionnaire } from '#tests/helpers/sample-questionnaire.ts';

interface Flow {
  readonly name: string;
  readonly answers: Answers;
  readonly shown: readonly string[];
}

const last = ['speed', 'manner', 'nickname', 'comment', 'sex'];

const flows: readonly Flow[] = [
  { name: 'nothing answered yet: only what has no condition', answers: {}, shown: ['visited', ...last] },
  {
    name: 'not a visitor: the counter page is skipped',
    answers: { visited: 'not-visited' },
    shown: ['visited', ...last],
  },
  {
    name: 'a visitor is asked about the counter',
    answers: { visited: 'visited' },
    shown: ['visited', 'service', ...last],
  },
  {
    name: 'bad service opens the reasons on the same page',
    answers: { visited: 'visited', service: 'bad' },
    shown: ['visited', 'service', 'reasons', ...last],
  },
  {
    name: 'one matching choice of several opens the next page',
    answers: { visited: 'visited', service: 'bad', reasons: ['rude', 'slow'] },
    shown: ['visited', 'service', 'reasons', 'minutes', ...last],
  },
  {
    name: 'answers behind a closed filter open nothing',
    answers: { visited: 'not-visited', service: 'bad', reasons: ['slow'], minutes: '5' },
    shown: ['visited', ...last],
  },
  {
    name: 'answers to unknown questions open nothing',
    answers: { constructor: 'visited', other: 'visited' },
    shown: ['visited', ...last],
  },
];

const residents = loadCatalogQuestionnaires('surveys/catalog/konohana').questionnaires.find(
  ({ id }) => id === 'residents',
);
const everyone = ['q1-1', 'q1-2-i-aware', 'q1-2-ii', 'q1-4-i', 'q2-1-i', 'q2-1-ii', 'q2-3-iii'];
const filters = ['q2-2-consulted', 'q2-3-i-visited'];
const ending = ['comment', 'sex', 'age', 'area'];

const residentFlows: readonly Flow[] = [
  {
    name: 'who passes no screen',
    answers: {
      'q1-2-i-aware': 'does-not-know',
      'q2-2-consulted': 'dont-remember',
      'q2-3-i-visited': 'not-visited',
    },
    shown: [...everyone, ...filters, ...ending],
  },
  {
    name: 'who knows the council',
    answers: { 'q1-2-i-aware': 'knows' },
    shown: [...everyone.toSpliced(2, 0, 'q1-2-i'), ...filters, ...ending],
  },
  {
    name: 'who consulted the ward office',
    answers: { 'q2-2-consulted': 'consulted' },
    shown: [...everyone, ...filters, 'q2-2', ...ending],
  },
  {
    name: 'who passes every screen',
    answers: { 'q1-2-i-aware': 'knows', 'q2-2-consulted': 'consulted', 'q2-3-i-visited': 'visited' },
    shown: [...everyone.toSpliced(2, 0, 'q1-2-i'), ...filters, 'q2-2', 'q2-3-i', ...ending],
  },
];

describe('visiblePages', () => {
  it.each(flows)('$name', ({ answers, shown }) => {
    expect([...visibleQuestionIds(sampleQuestionnaire, answers)]).toEqual(shown);
  });

  it.each(residentFlows)('asks residents: $name', ({ answers, shown }) => {
    expect([...visibleQuestionIds(residents ?? { pages: [] }, answers)]).toEqual(shown);
  });

  it('leaves out a page without any visible question, and questions that are not visible', () => {
    const pages = visiblePages(sampleQuestionnaire, { visited: 'visited' });
    expect(pages.map(({ id, questions }) => [id, questions.length])).toEqual([
      ['visit', 1],
      ['counter', 1],
      ['ratings', 5],
    ]);
  });

  it('never shows an empty page, and shows questions in the order of the questionnaire', () => {
    const drawn = arbitraryQuestionnaire().chain((questionnaire) =>
      fc.record({
        questionnaire: fc.constant(questionnaire),
        answers: arbitraryUnprunedAnswers(questionnaire),
      }),
    );
    fc.assert(
      fc.property(drawn, ({ questionnaire, answers }) => {
        const pages = visiblePages(questionnaire, answers);
        expect(pages.every(({ questions }) => questions.length > 0)).toBe(true);
        const order = questionnaire.pages.flatMap(({ questions }) => questions.map(({ id }) => id));
        const shown = [...visibleQuestionIds(questionnaire, answers)];
        expect(shown).toEqual(order.filter((id) => shown.includes(id)));
      }),
    );
  });
});

describe('evaluateCondition', () => {
  const isA = { question: 'q', oneOf: ['a'] };

  it('holds for no answer only under not', () => {
    expect(evaluateCondition(isA, {})).toBe(false);
    expect(evaluateCondition({ not: isA }, {})).toBe(true);
  });

  it('joins parts by all and any', () => {
    const isB = { question: 'r', oneOf: ['b', 'c'] };
    expect(evaluateCondition({ all: [isA, isB] }, { q: 'a', r: 'c' })).toBe(true);
    expect(evaluateCondition({ all: [isA, isB] }, { q: 'a' })).toBe(false);
    expect(evaluateCondition({ any: [isA, isB] }, { r: ['x', 'b'] })).toBe(true);
    expect(evaluateCondition({ any: [isA, isB] }, { q: 'b' })).toBe(false);
  });
});
