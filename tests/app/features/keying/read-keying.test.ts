import { expect, it } from 'vitest';
import { decisionMessages, entryMessages } from '#app/features/keying/keying-fields.ts';
import { readDecisions, readKeyingForm, toTypedEntry } from '#app/features/keying/read-keying.server.ts';
import { sampleQuestionnaire } from '#tests/helpers/sample-questionnaire.ts';

const round = { questionnaire: sampleQuestionnaire };

it('reads the head of a form and its answers by question, and nothing else', () => {
  const form = new URLSearchParams({ _serial: '12', _code: 'AB-1', visited: '1', stranger: 'x' });
  const values = readKeyingForm(round, form);
  expect(values.stranger).toBeUndefined();
  const { answers, ...head } = toTypedEntry(round, values);
  expect(head).toEqual({ serial: '12', batch: '', code: 'AB-1', stratum: '' });
  expect(answers.visited).toBe('1');
  expect(answers).not.toHaveProperty('_serial');
});

it('tells what was chosen from what was only typed, and keeps both to show them again', () => {
  const form = new URLSearchParams({
    'choice:visited': 'second',
    'other:visited': ' 2 ',
    'other:_code': 'AB-1',
    'choice:_stratum': 'none',
  });
  const { decisions, values } = readDecisions(round, form);
  expect(decisions.answers.visited).toEqual({ choice: 'second', typed: ' 2 ' });
  expect(decisions.code).toEqual({ choice: null, typed: 'AB-1' });
  expect(decisions.stratum).toEqual({ choice: 'none', typed: '' });
  expect(values).toMatchObject({ 'choice:visited': 'second', 'other:visited': ' 2 ', 'other:_code': 'AB-1' });
  expect(values['choice:_code']).toBeUndefined();
});

it('turns away a choice that no page of ours offers', () => {
  expect(() => readDecisions(round, new URLSearchParams({ 'choice:visited': 'third' }))).toThrow(Response);
});

it('puts what is wrong at the field it is about', () => {
  expect(
    entryMessages([
      { kind: 'not_a_serial' },
      { kind: 'batch_too_long', maximum: 40 },
      { kind: 'bad_code', problem: { kind: 'mistyped' } },
      { kind: 'unknown_stratum' },
      { kind: 'bad_answer', questionId: 'visited', error: { code: 'unknown_option' } },
    ]),
  ).toEqual({
    _serial: '通し番号を、9けたまでの数字で入力してください。',
    _batch: '束の名前は40文字までにしてください。',
    _code: '打ち間違いがあるようです。お手紙の回答コードと1文字ずつ見くらべてください。',
    _stratum: 'この調査回にない層の印です。',
    visited: '選択肢にない番号です。',
  });
  const messages = decisionMessages([
    { field: { kind: 'question', questionId: 'visited' }, problem: { kind: 'undecided' } },
    { field: { kind: 'code' }, problem: { kind: 'no_code' } },
  ]);
  expect(Object.keys(messages)).toEqual(['visited', '_code']);
  expect(messages.visited).toContain('選んで');
});
