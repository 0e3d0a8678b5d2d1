import { describe, expect, it } from 'vitest';
import { fiscalYearOf, formatEra } from '#surveys/plan/fiscal-year.ts';

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
