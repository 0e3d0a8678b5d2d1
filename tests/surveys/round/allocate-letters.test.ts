import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allocateLetters } from '#surveys/round/allocate-letters.ts';

it('spreads in proportion, largest remainders first, the earlier stratum where they are equal', () => {
  expect(allocateLetters(100, [500, 300, 200])).toEqual([50, 30, 20]);
  expect(
    allocateLetters(
      10,
      [1, 1, 1].map((n) => n * 100),
    ),
  ).toEqual([4, 3, 3]);
  expect(allocateLetters(7, [])).toEqual([]);
});

it('refuses more letters than people', () => {
  expect(() => allocateLetters(11, [4, 6])).toThrow(RangeError);
});

it('always gives whole numbers that add up, less than one letter from proportion, within each population', () => {
  const strata = fc.array(fc.integer({ min: 1, max: 20_000 }), { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(strata, fc.double({ min: 0, max: 1, noNaN: true }), (populations, share) => {
      const total = populations.reduce((sum, n) => sum + n, 0);
      const nLetters = Math.floor(total * share);
      const letters = allocateLetters(nLetters, populations);
      expect(letters.reduce((sum, n) => sum + n, 0)).toBe(nLetters);
      letters.forEach((n, index) => {
        const population = populations[index] ?? 0;
        expect(n).toBeLessThanOrEqual(population);
        expect(Math.abs(n - (nLetters * population) / total)).toBeLessThan(1);
      });
    }),
  );
});
