import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { japaneseDayOf, parseJapaneseTime, toJapaneseTime } from '#surveys/round/japanese-time.ts';

describe('Japanese time', () => {
  it('is nine hours ahead of UTC, all year round', () => {
    expect(toJapaneseTime('2026-12-31T15:00:00.000Z')).toBe('2027-01-01T00:00');
    expect(parseJapaneseTime('2026-07-01T09:00')).toBe('2026-07-01T00:00:00.000Z');
    expect(japaneseDayOf('2026-12-31T14:59:59.999Z')).toBe('2026-12-31');
  });

  it('reads back what it writes', () => {
    const minutes = fc.integer({ min: 0, max: 66_000_000 });
    fc.assert(
      fc.property(minutes, (minute) => {
        const instant = new Date(minute * 60_000).toISOString();
        expect(parseJapaneseTime(toJapaneseTime(instant))).toBe(instant);
      }),
    );
  });

  it.each(['2027-02-30T12:00', '2027-13-01T12:00', '2027-02-28T24:00', '2027-02-28', '', 'x'])(
    'does not take %j for a time',
    (text) => {
      expect(parseJapaneseTime(text)).toBeUndefined();
    },
  );
});
