import { describe, expect, it } from 'vitest';
import { indicatorValue } from '#surveys/aggregation/tally/indicator-value.ts';
import type { BaseRule, Measurement } from '#surveys/questionnaire/definition.ts';

const label = { ja: '母数' };
const answered: BaseRule = { id: 'answered', label, outOfBase: ['not_asked', 'no_answer', 'not_applicable'] };
const all: BaseRule = { id: 'all-respondents', label, outOfBase: ['no_answer'] };
const share: Measurement = {
  kind: 'share',
  indicator: '1-1',
  question: 'q',
  positive: ['agree', 'rather-agree'],
  baseRules: [answered, all],
};
const mean: Measurement = {
  kind: 'mean',
  indicator: '2-3-ii',
  items: ['a', 'b', 'c'],
  baseRules: [answered],
};
const count: Measurement = { kind: 'count', indicator: '1-3-a', question: 'q', baseRules: [answered] };

describe('indicatorValue', () => {
  it.each([
    { value: 'agree', underAnswered: 'positive', underAll: 'positive' },
    { value: 'rather-agree', underAnswered: 'positive', underAll: 'positive' },
    { value: 'disagree', underAnswered: 'base', underAll: 'base' },
    { value: 'dont-know', underAnswered: 'base', underAll: 'base' },
    { value: 'not_asked', underAnswered: 'out', underAll: 'base' },
    { value: 'no_answer', underAnswered: 'out', underAll: 'out' },
  ])('of a share with $value is $underAnswered, among all respondents $underAll', (expected) => {
    const values = new Map([['q', expected.value]]);
    expect(indicatorValue(share, answered, values)).toBe(expected.underAnswered);
    expect(indicatorValue(share, all, values)).toBe(expected.underAll);
  });

  it.each([
    { items: ['5', '4', '3'], value: '12/3' },
    { items: ['4', 'not_applicable', '2'], value: '6/2' },
    { items: ['1', 'no_answer', 'not_asked'], value: '1/1' },
    { items: ['not_applicable', 'no_answer', 'not_asked'], value: 'out' },
  ])('of a mean over $items is $value', ({ items: [a = '', b = '', c = ''], value }) => {
    const values = new Map([
      ['a', a],
      ['b', b],
      ['c', c],
    ]);
    expect(indicatorValue(mean, answered, values)).toBe(value);
  });

  it('refuses an item that has no score', () => {
    expect(() => indicatorValue(mean, answered, new Map([['a', 'good']]))).toThrow(RangeError);
  });

  it('of a count is the number', () => {
    expect(indicatorValue(count, answered, new Map([['q', '0']]))).toBe('0');
    expect(indicatorValue(count, answered, new Map([['q', 'no_answer']]))).toBe('out');
    expect(indicatorValue(count, answered, new Map())).toBe('out');
  });
});
