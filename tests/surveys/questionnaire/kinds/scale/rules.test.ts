import { describe, expect, it } from 'vitest';
import type { QuestionOfKind } from '#surveys/questionnaire/definition.ts';
import { scaleRules } from '#surveys/questionnaire/kinds/scale/rules.ts';
import { someDay } from '#tests/helpers/answered-on.ts';

const question: QuestionOfKind<'scale'> = {
  id: 'q',
  kind: 'scale',
  text: { ja: '問' },
  required: true,
  min: 1,
  max: 5,
  minLabel: { ja: '悪い' },
  maxLabel: { ja: '良い' },
};

describe('a scale', () => {
  it.each([
    { name: 'takes its lowest score', raw: ['1'], expected: { ok: true, answer: '1' } },
    { name: 'takes its highest score', raw: ['5'], expected: { ok: true, answer: '5' } },
    {
      name: 'refuses a score beyond it',
      raw: ['6'],
      expected: { ok: false, error: { code: 'unknown_option' } },
    },
    {
      name: 'refuses a score written otherwise',
      raw: ['05'],
      expected: { ok: false, error: { code: 'unknown_option' } },
    },
    {
      name: 'refuses 「該当なし」 where it is not offered',
      raw: ['not_applicable'],
      expected: { ok: false, error: { code: 'unknown_option' } },
    },
    {
      name: 'refuses two scores',
      raw: ['1', '2'],
      expected: { ok: false, error: { code: 'more_than_one' } },
    },
    {
      name: 'asks for an answer where one is required',
      raw: [''],
      expected: { ok: false, error: { code: 'required' } },
    },
  ])('$name', ({ raw, expected }) => {
    expect(scaleRules.validate(question, raw, someDay)).toEqual(expected);
  });

  it('takes 「該当なし」 where it is offered', () => {
    const offering = { ...question, allowsNotApplicable: true as const };
    expect(scaleRules.validate(offering, ['not_applicable'], someDay)).toEqual({
      ok: true,
      answer: 'not_applicable',
    });
    expect(scaleRules.listAnswerCodes(offering)).toEqual(['1', '2', '3', '4', '5', 'not_applicable']);
  });

  it('counts the score as it is', () => {
    expect(scaleRules.tabulate(question, '4', true)).toEqual({ value: '4', options: [] });
    expect(scaleRules.tabulate(question, '4', false).value).toBe('not_asked');
  });
});
