/** Japan is nine hours ahead of UTC all year round. */
const tokyoOffsetMs = 9 * 60 * 60 * 1000;

/**
 * An instant (ISO-8601 UTC) as a date field wants it: `YYYY-MM-DDThh:mm` in Japanese time.
 * @example toJapaneseTime('2026-11-30T15:00:00.000Z') // '2026-12-01T00:00'
 */
export const toJapaneseTime = (instant: string): string =>
  new Date(Date.parse(instant) + tokyoOffsetMs).toISOString().slice(0, 16);

/**
 * The calendar day of an instant (ISO-8601 UTC) in Japan: `YYYY-MM-DD`.
 * @example japaneseDayOf('2026-11-30T15:00:00.000Z') // '2026-12-01'
 */
export const japaneseDayOf = (instant: string): string => toJapaneseTime(instant).slice(0, 10);

/**
 * The instant (ISO-8601 UTC) of a date field's `YYYY-MM-DDThh:mm` in Japanese time; undefined for anything else
 * and for days that no calendar has.
 * @example parseJapaneseTime('2027-02-30T12:00') // undefined
 */
export function parseJapaneseTime(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/.test(text)) return undefined;
  const instant = new Date(`${text}:00+09:00`);
  if (Number.isNaN(instant.getTime())) return undefined;
  const written = instant.toISOString();
  return toJapaneseTime(written) === text ? written : undefined;
}
