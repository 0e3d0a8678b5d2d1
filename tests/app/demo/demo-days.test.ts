import { expect, it } from 'vitest';
import { spreadOverDays } from '#app/demo/demo-days.ts';

const round = { opensAt: '2026-11-01T00:00:00.000Z', closesAt: '2026-11-30T15:00:00.000Z' };
const items = Array.from({ length: 120 }, (_, index) => index);

it('gives every item back once, fewer by the day, up to today', () => {
  const days = spreadOverDays(items, round, new Date('2026-11-08T03:00:00.000Z'));
  expect(days.flatMap((day) => day.items)).toEqual(items);
  expect(days.map(({ day }) => day)).toHaveLength(8);
  expect(days.at(-1)?.day).toBe('2026-11-08');
  expect(days[0]?.items.length).toBeGreaterThan(days.at(-1)?.items.length ?? 0);
});

it('ends with the closing day, and begins with the opening day however early it is', () => {
  const many = Array.from({ length: 2_000 }, () => 0);
  expect(spreadOverDays(many, round, new Date('2027-01-01T00:00:00.000Z')).at(-1)?.day).toBe('2026-11-30');
  const early = spreadOverDays(items, round, new Date('2026-10-01T00:00:00.000Z'));
  expect(early).toEqual([{ day: '2026-11-01', items }]);
});
