import { japaneseDayOf } from '#surveys/round/japanese-time.ts';

/**
 * The same day and time of day in Japan, some years later; 29 February becomes the 28th in a common year.
 * @example shiftInstant('2024-02-28T15:00:00.000Z', 1) // '2025-02-27T15:00:00.000Z'
 */
export function shiftInstant(instant: string, years: number): string {
  const days = Date.parse(shiftDay(japaneseDayOf(instant), years)) - Date.parse(japaneseDayOf(instant));
  return new Date(Date.parse(instant) + days).toISOString();
}

/**
 * A calendar day (`YYYY-MM-DD`) some years later; 29 February becomes the 28th in a common year.
 * @example shiftDay('2028-02-29', 1) // '2029-02-28'
 */
export function shiftDay(day: string, years: number): string {
  const year = String(Number(day.slice(0, 4)) + years).padStart(4, '0');
  const isLeap = new Date(Date.UTC(Number(year), 2, 0)).getUTCDate() === 29;
  const monthAndDay = day.slice(5) === '02-29' && !isLeap ? '02-28' : day.slice(5);
  return `${year}-${monthAndDay}`;
}

/**
 * How many years an earlier round is to be moved so that its copy can still be fielded: at least one, and as
 * many as bring its closing after `now` (all ISO-8601 UTC).
 * @example yearsToShift('2024-12-01T00:00:00.000Z', '2026-12-01T00:00:00.000Z') // 3
 */
export function yearsToShift(closesAt: string, now: string): number {
  let years = 1;
  while (shiftInstant(closesAt, years) <= now) years += 1;
  return years;
}
