import { japaneseDayOf } from '#surveys/round/japanese-time.ts';
import type { Mode } from '#surveys/round/setup.ts';

const dayMs = 24 * 60 * 60 * 1000;
const fieldingDays = 28;

/** Days until a round opens: letters have to be printed and posted first. */
const leadDays = (mode: Mode) => (mode === 'letter' || mode === 'panel' ? 14 : 1);

/**
 * The usual fielding time: from a morning at nine for four weeks, to the last minute of a day, in Japan.
 * @example usualDates(new Date('2026-11-22T03:00:00.000Z'), 'kiosk')
 *   // { opensAt: '2026-11-23T00:00:00.000Z', closesAt: '2026-12-21T14:59:00.000Z' }
 */
export function usualDates(now: Date, mode: Mode): { readonly opensAt: string; readonly closesAt: string } {
  const day = (days: number) => japaneseDayOf(new Date(now.getTime() + days * dayMs).toISOString());
  return {
    opensAt: new Date(`${day(leadDays(mode))}T09:00:00+09:00`).toISOString(),
    closesAt: new Date(`${day(leadDays(mode) + fieldingDays)}T23:59:00+09:00`).toISOString(),
  };
}
