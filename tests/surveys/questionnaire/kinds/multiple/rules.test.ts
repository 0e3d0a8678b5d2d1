import { describe, expect, it } from 'vitest';
import type { QuestionOfKind } from '#surveys/questionnaire/definition.ts';
import { multipleRules } from '#surveys/questionnaire/kinds/multiple/rules.ts';
import { someDay } from '#tests/helpers/answered-on.ts';

const question: QuestionOfKind<'multiple'> = {
  id: 'q',
  kind: 'multiple',
  text: { ja: '問' },
  required: false,
  maxChoices: 2,
  options: [
    { code: 'slow', label: { ja: '遅い' } },
    { code: 'rude', label: { ja: '失礼' } },
    { code: 'far', label: { ja: '遠い' } },
    { code: 'none', label: { ja: '特にない' }, exclusive: true },
    { code: 'prefer-not', label: { ja: '答えたくない' }, refused: true },
  ],
};

describe('a multiple choice', () => {
  it.each([
    {
      name: 'takes choices in the order of the options, once each',
      raw: ['rude', 'slow', 'rude', ''],
      expected: { ok: true, answer: ['slow', 'rude'] },
    },
    { name: 'takes nothing as no answer', raw: [], expected: { ok: true, answer: undefined } },
    { name: 'takes an exclusive option alone', raw: ['none'], expected: { ok: true, answer: ['none'] } },
    {
      name: 'refuses a tampered code among good ones',
      raw: ['slow', 'x'],
      expected: { ok: false, error: { code: 'unknown_option' } },
    },
    {
      name: 'refuses too many',
      raw: ['slow', 'rude', 'far'],
      expected: { ok: false, error: { code: 'too_many_choices', max: 2 } },
    },
    {
      name: 'refuses an exclusive option with another',
      raw: ['none', 'slow'],
      expected: { ok: false, error: { code: 'exclusive_combined', option: 'none' } },
    },
    {
      name: 'refuses the refusal with another',
      raw: ['slow', 'prefer-not'],
      expected: { ok: false, error: { code: 'exclusive_combined', option: 'prefer-not' } },
    },
  ])('$name', ({ raw, expected }) => {
    expect(multipleRules.validate(question, raw, someDay)).toEqual(expected);
  });

  it('asks for an answer where one is required', () => {
    expect(multipleRules.validate({ ...question, required: true }, [''], someDay)).toEqual({
      ok: false,
      error: { code: 'required' },
    });
  });

  it('counts each option but the refusal, chosen or not', () => {
    const options = [
      { code: 'slow', value: '1' },
      { code: 'rude', value: '0' },
      { code: 'far', value: '1' },
      { code: 'none', value: '0' },
    ];
    expect(multipleRules.tabulate(question, ['slow', 'far'], true)).toEqual({ value: 'answered', options });
  });

  it.each([
    { name: 'refused', answer: ['prefer-not'], isAsked: true },
    { name: 'no_answer', answer: undefined, isAsked: true },
    { name: 'not_asked', answer: ['slow'], isAsked: false },
  ])('counts $name in the question and in every option', ({ name, answer, isAsked }) => {
    const { value, options } = multipleRules.tabulate(question, answer, isAsked);
    expect([value, ...options.map((option) => option.value)]).toEqual(Array(5).fill(name));
  });
});
