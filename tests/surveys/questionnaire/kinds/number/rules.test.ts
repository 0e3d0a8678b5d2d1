import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { QuestionOfKind } from '#surveys/questionnaire/definition.ts';
import { numberRules, parseDecimal } from '#surveys/questionnaire/kinds/number/rules.ts';
import { someDay } from '#tests/helpers/answered-on.ts';

const question: QuestionOfKind<'number'> = {
  id: 'q',
  kind: 'number',
  text: { ja: '問' },
  required: false,
  min: -10,
  max: 10_000,
  isInteger: false,
};

describe('a number question', () => {
  it.each([
    { raw: ['12'], answer: '12' },
    { raw: ['1２'], answer: '12' },
    { raw: ['१२'], answer: '12' },
    { raw: ['　１，２３４．５０　'], answer: '1234.5' },
    { raw: ['1,234'], answer: '1234' },
    { raw: ['+7'], answer: '7' },
    { raw: ['-3'], answer: '-3' },
    { raw: ['\u22123'], answer: '-3' },
    { raw: ['\uff0d３'], answer: '-3' },
    { raw: ['007'], answer: '7' },
    { raw: ['-0.0'], answer: '0' },
    { raw: ['0.50'], answer: '0.5' },
    { raw: ['10000'], answer: '10000' },
    { raw: ['', ' '], answer: undefined },
    { raw: [], answer: undefined },
  ])('reads $raw as $answer', ({ raw, answer }) => {
    expect(numberRules.validate(question, raw, someDay)).toEqual({ ok: true, answer });
  });

  it.each([
    'abc',
    '1e3',
    '0x10',
    '1,23',
    '12,34',
    '.5',
    '5.',
    '1.2.3',
    '--1',
    '十',
    'Infinity',
    'NaN',
    '9'.repeat(16),
  ])('does not take %s for a number', (text) => {
    expect(numberRules.validate(question, [text], someDay)).toEqual({
      ok: false,
      error: { code: 'not_a_number' },
    });
  });

  it('keeps to its limits, both included', () => {
    expect(numberRules.validate(question, ['-10'], someDay)).toEqual({ ok: true, answer: '-10' });
    expect(numberRules.validate(question, ['-10.1'], someDay)).toEqual({
      ok: false,
      error: { code: 'below_minimum', min: -10 },
    });
    expect(numberRules.validate(question, ['10,001'], someDay)).toEqual({
      ok: false,
      error: { code: 'above_maximum', max: 10_000 },
    });
  });

  it('wants a whole number where one is asked for, however it is written', () => {
    const whole = { ...question, isInteger: true };
    expect(numberRules.validate(whole, ['5.5'], someDay)).toEqual({
      ok: false,
      error: { code: 'not_an_integer' },
    });
    expect(numberRules.validate(whole, ['5.0'], someDay)).toEqual({ ok: true, answer: '5' });
  });

  it('refuses two numbers, and asks for one where it is required', () => {
    expect(numberRules.validate(question, ['1', '2'], someDay)).toEqual({
      ok: false,
      error: { code: 'more_than_one' },
    });
    expect(numberRules.validate({ ...question, required: true }, [' '], someDay)).toEqual({
      ok: false,
      error: { code: 'required' },
    });
  });

  it('reads its own canonical text as the same', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -999_999, max: 999_999 }),
        fc.integer({ min: 0, max: 3 }),
        (n, places) => {
          const canonical = parseDecimal((n / 10 ** places).toFixed(places));
          expect(Number(canonical)).toBe(n / 10 ** places + 0);
          expect(parseDecimal(canonical ?? '')).toBe(canonical);
        },
      ),
    );
  });
});
