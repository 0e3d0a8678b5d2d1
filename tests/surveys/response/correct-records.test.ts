import { expect, it } from 'vitest';
import type { Question } from '#surveys/questionnaire/definition.ts';
import type { Condition } from '#surveys/questionnaire/question-base.ts';
import type { Answers, SurveyResponse } from '#surveys/response/answers.ts';
import { correctRecords } from '#surveys/response/correct-records.ts';

const count = (id: string, showWhen?: Condition): Question => ({
  ...{ id, kind: 'number', text: { ja: id }, required: false, min: 0, max: 99, isInteger: true },
  ...(showWhen && { showWhen }),
});
const questionnaire = {
  pages: [
    {
      id: 'records',
      title: { ja: '記録' },
      questions: [count('cases'), count('events'), count('visitors', { question: 'events', oneOf: ['1'] })],
    },
  ],
};
const record = (answers: Answers): SurveyResponse => ({
  stratum: 'all',
  profile: {},
  channel: 'import',
  answers,
});
const correct = (records: readonly Answers[], entry: Answers) =>
  correctRecords(questionnaire, records.map(record), record(entry)).map(({ answers }) => answers);

it('begins with the first entry', () => {
  expect(correct([], { cases: '3' })).toEqual([{ cases: '3' }]);
});

it('puts a figure in place of the one before and leaves the others', () => {
  expect(correct([{ cases: '3', events: '1' }], { cases: '0' })).toEqual([{ cases: '0', events: '1' }]);
  expect(correct([{ cases: '3' }], {})).toEqual([{ cases: '3' }]);
});

it('takes a figure out of every record that was added up before', () => {
  const added = [{ cases: '3', events: '1' }, { cases: '5' }, { cases: '2', events: '4' }];
  expect(correct(added, { cases: '6' })).toEqual([{ events: '1', cases: '6' }, { events: '4' }]);
  expect(correct(added, { cases: '6', events: '7' })).toEqual([{ cases: '6', events: '7' }]);
});

it('drops what the entry leaves unasked', () => {
  expect(correct([{ events: '1', visitors: '50' }], { events: '2' })).toEqual([{ events: '2' }]);
});
