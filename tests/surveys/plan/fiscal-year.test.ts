import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fiscalYearOf, formatEra, isFiscalYear, parseEra } from '#surveys/plan/fiscal-year.ts';

describe('fiscalYearOf', () => {
  it.each([
    ['2016-03-31T14:59:59.999Z', 2015],
    ['2016-03-31T15:00:00Z', 2016],
    ['2015-12-31T15:00:00Z', 2015],
    ['2016-04-01T00:00:00+09:00', 2016],
    ['2024-02-29T12:00:00Z', 2023],
  ])('turns %s into FY%i by Japan time', (instant, year) => {
    expect(fiscalYearOf(instant)).toBe(year);
  });

  it.each(['2016-04-01', '2016-04-01T00:00:00', 'yesterday', ''])(
    'refuses %j, which is no instant',
    (text) => {
      expect(() => fiscalYearOf(text)).toThrow(RangeError);
    },
  );
});

describe('formatEra', () => {
  it.each([
    [1989, 'H1', '平成元年度'],
    [2015, 'H27', '平成27年度'],
    [2018, 'H30', '平成30年度'],
    [2019, 'R1', '令和元年度'],
    [2026, 'R8', '令和8年度'],
  ])('writes FY%i as %s and %s', (year, short, long) => {
    expect(formatEra(year)).toEqual({ short, long });
  });

  it.each([1988, 2015.5, Number.NaN])('refuses %d', (year) => {
    expect(() => formatEra(year)).toThrow(RangeError);
  });
});

describe('parseEra', () => {
  it('reads both forms back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1989, max: 2100 }), (year) => {
        const { short, long } = formatEra(year);
        return isFiscalYear(year) && parseEra(short) === year && parseEra(long) === year;
      }),
    );
  });

  it('reads FY2019 in either era', () => {
    expect([parseEra('H31'), parseEra('平成31年度'), parseEra('R1'), parseEra('令和元年度')]).toEqual([
      2019, 2019, 2019, 2019,
    ]);
  });

  it.each(['', 'H', 'H0', 'X3', '2015', '27年度'])('does not read %j', (text) => {
    expect(parseEra(text)).toBeUndefined();
  });
});
