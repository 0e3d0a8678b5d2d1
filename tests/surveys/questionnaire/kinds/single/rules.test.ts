import { describe, expect, it } from 'vitest';
import type { QuestionOfKind } from '#surveys/questionnaire/definition.ts';
import { singleRules } from '#surveys/questionnaire/kinds/single/rules.ts';
import { someDay } from '#tests/helpers/answered-on.ts';

const question: QuestionOfKind<'single'> = {
  id: 'q',
  kind: 'single',
  text: { ja: '問' },
  required: false,
  options: [
    { code: 'agree', label: { ja: '思う' } },
    { code: 'prefer-not', label: { ja: '答えたくない' }, refused: true },
  ],
};

describe('a single choice', () => {
  it.each([
    { name: 'takes an option', raw: ['agree'], expected: { ok: true, answer: 'agree' } },
    {
      name: 'takes the refusal as an option',
      raw: ['prefer-not'],
      expected: { ok: true, answer: 'prefer-not' },
    },
    { name: 'takes nothing as no answer', raw: [], expected: { ok: true, answer: undefined } },
    { name: 'takes an empty value as no answer', raw: [''], expected: { ok: true, answer: undefined } },
    {
      name: 'refuses a tampered code',
      raw: ['agree!'],
      expected: { ok: false, error: { code: 'unknown_option' } },
    },
    {
      name: 'refuses a reserved value',
      raw: ['not_asked'],
      expected: { ok: false, error: { code: 'unknown_option' } },
    },
    {
      name: 'refuses two',
      raw: ['agree', 'prefer-not'],
      expected: { ok: false, error: { code: 'more_than_one' } },
    },
  ])('$name', ({ raw, expected }) => {
    expect(singleRules.validate(question, raw, someDay)).toEqual(expected);
  });

  it('asks for an answer where one is required', () => {
    expect(singleRules.validate({ ...question, required: true }, [], someDay)).toEqual({
      ok: false,
      error: { code: 'required' },
    });
  });

  it('counts answers, refusals, blanks and questions not asked apart', () => {
    const countedAs = (answer: string | undefined, isAsked: boolean) =>
      singleRules.tabulate(question, answer, isAsked).value;
    expect(countedAs('agree', true)).toBe('agree');
    expect(countedAs('prefer-not', true)).toBe('refused');
    expect(countedAs(undefined, true)).toBe('no_answer');
    expect(countedAs('agree', false)).toBe('not_asked');
  });

  it('does not count a list', () => {
    expect(() => singleRules.tabulate(question, ['agree'], true)).toThrow(TypeError);
  });
});
