import { describe, expect, it } from 'vitest';
import type { QuestionOfKind } from '#surveys/questionnaire/definition.ts';
import { shortTextRules } from '#surveys/questionnaire/kinds/short-text/rules.ts';
import { someDay } from '#tests/helpers/answered-on.ts';

const question: QuestionOfKind<'short_text'> = {
  id: 'q',
  kind: 'short_text',
  text: { ja: '問' },
  required: false,
  maxLength: 5,
};

describe('a short text', () => {
  it.each([
    {
      name: 'takes a text without its surrounding spaces',
      raw: ['　此花区 \r\n'],
      expected: { ok: true, answer: '此花区' },
    },
    { name: 'counts a rare kanji as one', raw: ['𠮷𠮷𠮷𠮷𠮷'], expected: { ok: true, answer: '𠮷𠮷𠮷𠮷𠮷' } },
    { name: 'takes blanks as no answer', raw: [' 　'], expected: { ok: true, answer: undefined } },
    {
      name: 'refuses one character too many',
      raw: ['123456'],
      expected: { ok: false, error: { code: 'too_long', max: 5, length: 6 } },
    },
    { name: 'refuses a second line', raw: ['a\nb'], expected: { ok: false, error: { code: 'not_text' } } },
    { name: 'refuses NUL', raw: ['a\u0000b'], expected: { ok: false, error: { code: 'not_text' } } },
    {
      name: 'refuses a lone surrogate',
      raw: ['a\ud800b'],
      expected: { ok: false, error: { code: 'not_text' } },
    },
    { name: 'refuses two texts', raw: ['a', 'b'], expected: { ok: false, error: { code: 'more_than_one' } } },
  ])('$name', ({ raw, expected }) => {
    expect(shortTextRules.validate(question, raw, someDay)).toEqual(expected);
  });

  it('counts only that there was an answer', () => {
    expect(shortTextRules.tabulate(question, '此花区', true)).toEqual({ value: 'answered', options: [] });
    expect(shortTextRules.tabulate(question, undefined, true).value).toBe('no_answer');
  });
});
