import { expect, it } from 'vitest';
import { shiftDay, shiftInstant, yearsToShift } from '#surveys/round/shift-years.ts';

it('keeps day and time of day in Japan', () => {
  expect(shiftInstant('2026-06-30T15:00:00.000Z', 1)).toBe('2027-06-30T15:00:00.000Z');
});

it('moves 29 February to the 28th in a common year and keeps it in a leap year', () => {
  expect(shiftDay('2024-02-29', 1)).toBe('2025-02-28');
  expect(shiftDay('2024-02-29', 4)).toBe('2028-02-29');
  // 29 February begins at 15:00 UTC on the 28th.
  expect(shiftInstant('2024-02-28T15:00:00.000Z', 1)).toBe('2025-02-27T15:00:00.000Z');
});

it('moves a round at least a year, and further until it can still be fielded', () => {
  expect(yearsToShift('2026-12-01T00:00:00.000Z', '2026-11-22T00:00:00.000Z')).toBe(1);
  expect(yearsToShift('2015-12-01T00:00:00.000Z', '2026-11-22T00:00:00.000Z')).toBe(11);
  expect(yearsToShift('2025-11-22T00:00:00.000Z', '2026-11-22T00:00:00.000Z')).toBe(2);
});
