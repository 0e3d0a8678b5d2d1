import { expect, it } from 'vitest';
import { numberAt } from '#surveys/aggregation/number-at.ts';
import { itemAt } from '#surveys/item-at.ts';

it('gives what is there, null too', () => {
  expect([0, 1].map((index) => itemAt(['a', null], index))).toEqual(['a', null]);
  expect(numberAt(Float64Array.of(0.5, 2), 1)).toBe(2);
});

it.each([-1, 2, 0.5, Number.NaN])('never takes what is not there for something (index %s)', (index) => {
  expect(() => itemAt(['a', 'b'], index)).toThrow(RangeError);
  expect(numberAt(Float64Array.of(1, 2), index)).toBeNaN();
});
