import { describe, expect, it } from 'vitest';
import type { QuestionOfKind } from '#surveys/questionnaire/definition.ts';
import { longTextRules } from '#surveys/questionnaire/kinds/long-text/rules.ts';
import { someDay } from '#tests/helpers/answered-on.ts';

const question: QuestionOfKind<'long_text'> = {
  id: 'q',
  kind: 'long_text',
  text: { ja: '問' },
  required: true,
  maxLength: 10,
};

describe('a long text', () => {
  it.each([
    {
      name: 'keeps its lines, with one kind of line end',
      raw: ['一\r\n二\r三\n四\t五'],
      expected: { ok: true, answer: '一\n二\n三\n四\t五' },
    },
    {
      name: 'refuses an escape character',
      raw: ['a\u001b[31m'],
      expected: { ok: false, error: { code: 'not_text' } },
    },
    { name: 'refuses C1 controls', raw: ['a\u0085b'], expected: { ok: false, error: { code: 'not_text' } } },
    {
      name: 'counts line ends',
      raw: ['12345\r\n67890'],
      expected: { ok: false, error: { code: 'too_long', max: 10, length: 11 } },
    },
    {
      name: 'asks for words where they are required',
      raw: ['\r\n　'],
      expected: { ok: false, error: { code: 'required' } },
    },
  ])('$name', ({ raw, expected }) => {
    expect(longTextRules.validate(question, raw, someDay)).toEqual(expected);
  });

  it('counts only that there was an answer', () => {
    expect(longTextRules.tabulate(question, '一\n二', true)).toEqual({ value: 'answered', options: [] });
  });
});
