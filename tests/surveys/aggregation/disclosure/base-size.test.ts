import { describe, expect, it } from 'vitest';
import { isReferenceBase, smallestShownBase } from '#surveys/aggregation/disclosure/base-size.ts';
import { crossTabulate } from '#surveys/aggregation/disclosure/cross-tabulate.ts';
import { stateOfCell } from '#surveys/aggregation/disclosure/plan-suppression.ts';

describe('sizes of a base', () => {
  it('hides fewer than ten and marks fewer than thirty', () => {
    expect(smallestShownBase).toBe(10);
    expect([0, 10, 29, 30, 31].map(isReferenceBase)).toEqual([true, true, true, false, false]);
  });

  it.each([10, 29, 30, 31])('marks a base of %i alike in a breakdown and in a cross table', (n) => {
    const expected = isReferenceBase(n) ? 'reference' : 'shown';
    expect(stateOfCell(new Set(), { by: ['sex'], key: ['f'], n })).toBe(expected);
    const counts = [{ stratum: 'a', profile: '', row: 'yes', column: 'yes', n }];
    const { rows } = crossTabulate({
      counts,
      rows: ['yes'],
      columns: ['yes'],
      round: null,
      isProtected: false,
    });
    expect(rows.map(({ state }) => state)).toEqual([expected]);
  });
});
