import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkQuestionnaire } from '#surveys/questionnaire/check.ts';
import { type Questionnaire, questionnaireSchema } from '#surveys/questionnaire/definition.ts';
import { arbitraryQuestionnaire } from '#tests/helpers/arbitrary-questionnaire.ts';
import { sampleQuestionnaire } from '#tests/helpers/sample-questionnaire.ts';

/** The sample with one value changed, by its path. */
function changed(path: string, value: unknown): Questionnaire {
  const copy: unknown = structuredClone(sampleQuestionnaire);
  const keys = path.split('.');
  const last = keys.pop() ?? '';
  const parent = keys.reduce((at, key) => Reflect.get(Object(at), key), copy);
  Reflect.set(Object(parent), last, value);
  return questionnaireSchema.parse(copy);
}

const cases: readonly { change: string; to: unknown; path: string; reason: string }[] = [
  { change: 'pages.1.id', to: 'visit', path: 'pages[1].id', reason: 'page id visit is given twice' },
  {
    change: 'pages.1.questions.1.id',
    to: 'visited',
    path: 'pages[1].questions[1].id',
    reason: 'question id visited is given twice',
  },
  {
    change: 'pages.0.questions.0.options.1.code',
    to: 'visited',
    path: 'pages[0].questions[0].options[1].code',
    reason: 'option code visited is given twice',
  },
  {
    change: 'pages.0.questions.0.options.1.code',
    to: 'no_answer',
    path: 'pages[0].questions[0].options[1].code',
    reason: 'no_answer is reserved for a missing value',
  },
  {
    change: 'pages.0.questions.0.options.1.exclusive',
    to: true,
    path: 'pages[0].questions[0].options[1].exclusive',
    reason: 'only an option of a multiple choice can be exclusive',
  },
  {
    change: 'pages.1.questions.0.options.0.refused',
    to: true,
    path: 'pages[1].questions[0].options[3].refused',
    reason: 'a second option for refusing',
  },
  {
    change: 'pages.0.questions.0.profile',
    to: 'sex',
    path: 'pages[3].questions[4].profile',
    reason: 'profile dimension sex is given twice',
  },
  {
    change: 'pages.1.questions.1.maxChoices',
    to: 5,
    path: 'pages[1].questions[1].maxChoices',
    reason: 'more than the 4 options',
  },
  {
    change: 'pages.3.questions.0.max',
    to: 1,
    path: 'pages[3].questions[0].max',
    reason: 'max 1 must be above min 1',
  },
  {
    change: 'pages.3.questions.0.max',
    to: 1000,
    path: 'pages[3].questions[0].max',
    reason: 'more than 100 steps',
  },
  {
    change: 'pages.2.questions.0.max',
    to: -1,
    path: 'pages[2].questions[0].max',
    reason: 'max -1 must be above min 0',
  },
  {
    change: 'pages.2.questions.0.max',
    to: 2.5,
    path: 'pages[2].questions[0].min',
    reason: 'limits of a whole number must be whole numbers',
  },
  {
    change: 'pages.0.showWhen',
    to: { question: 'service', oneOf: ['good'] },
    path: 'pages[0].showWhen.question',
    reason: 'service is not an earlier question',
  },
  {
    change: 'pages.1.showWhen',
    to: { question: 'service', oneOf: ['good'] },
    path: 'pages[1].showWhen.question',
    reason: 'service is not an earlier question',
  },
  {
    change: 'pages.1.questions.0.showWhen',
    to: { not: { question: 'service', oneOf: ['good'] } },
    path: 'pages[1].questions[0].showWhen.not.question',
    reason: 'service is not an earlier question',
  },
  {
    change: 'pages.2.showWhen',
    to: { any: [{ all: [{ question: 'visited', oneOf: ['visited', 'once'] }] }] },
    path: 'pages[2].showWhen.any[0].all[0].oneOf[1]',
    reason: 'visited has no option once',
  },
  {
    change: 'pages.3.questions.4.showWhen',
    to: { question: 'comment', oneOf: ['x'] },
    path: 'pages[3].questions[4].showWhen.question',
    reason: 'comment is an open question without answer codes',
  },
  {
    change: 'measurements.1.indicator',
    to: 'good-service',
    path: 'measurements[1].indicator',
    reason: 'indicator good-service is given twice',
  },
  {
    change: 'measurements.0.baseRules.1.id',
    to: 'answered',
    path: 'measurements[0].baseRules[1].id',
    reason: 'base rule answered is given twice',
  },
  {
    change: 'measurements.0.question',
    to: 'reasons',
    path: 'measurements[0].question',
    reason: 'reasons is not a single choice or a scale',
  },
  {
    change: 'measurements.0.question',
    to: 'nothing',
    path: 'measurements[0].question',
    reason: 'nothing is not a single choice or a scale',
  },
  {
    change: 'measurements.0.positive',
    to: ['great'],
    path: 'measurements[0].positive[0]',
    reason: 'service counts no answer great',
  },
  {
    change: 'measurements.0.positive',
    to: ['prefer-not'],
    path: 'measurements[0].positive[0]',
    reason: 'service counts no answer prefer-not',
  },
  {
    change: 'measurements.0.baseRules.1.outOfBase',
    to: ['dont_know'],
    path: 'measurements[0].baseRules[1].outOfBase[0]',
    reason: 'dont_know is neither an answer nor a missing value',
  },
  {
    change: 'measurements.0.baseRules.1.outOfBase',
    to: ['good'],
    path: 'measurements[0].baseRules[1].outOfBase[0]',
    reason: 'good is positive and out of the base',
  },
  {
    change: 'measurements.1.items',
    to: ['speed', 'minutes'],
    path: 'measurements[1].items[1]',
    reason: 'minutes is not a scale',
  },
  {
    change: 'measurements.1.items',
    to: ['speed', 'speed'],
    path: 'measurements[1].items[1]',
    reason: 'item speed is given twice',
  },
  {
    change: 'measurements.1.baseRules.0.outOfBase',
    to: ['not_asked', 'no_answer'],
    path: 'measurements[1].baseRules[0].outOfBase',
    reason: 'not_applicable has no score: it must be listed',
  },
  {
    change: 'measurements.2.question',
    to: 'speed',
    path: 'measurements[2].question',
    reason: 'speed is not a number question',
  },
  {
    change: 'measurements.2.baseRules.0.outOfBase',
    to: ['not_asked'],
    path: 'measurements[2].baseRules[0].outOfBase',
    reason: 'no_answer has no score: it must be listed',
  },
];

describe('checkQuestionnaire', () => {
  it('finds nothing wrong with a questionnaire that makes sense', () => {
    expect(checkQuestionnaire(sampleQuestionnaire)).toEqual([]);
  });

  it.each(cases)('says $path: $reason', ({ change, to, path, reason }) => {
    expect(checkQuestionnaire(changed(change, to))).toContainEqual({ path, reason });
  });

  it('passes whatever the tests draw at random', () => {
    fc.assert(
      fc.property(arbitraryQuestionnaire(), (questionnaire) => {
        expect(checkQuestionnaire(questionnaireSchema.parse(questionnaire))).toEqual([]);
      }),
    );
  });
});
