import { describe, expect, it } from 'vitest';
import { type DayArrivals, forecastAnswers } from '#surveys/round/forecast.ts';

const dayOf = (index: number) => new Date(Date.UTC(2026, 10, 1 + index)).toISOString().slice(0, 10);
const arrivalsOf = (counts: readonly number[]): readonly DayArrivals[] =>
  counts.map((n, index) => ({ day: dayOf(index), n }));

describe('forecastAnswers', () => {
  it('finds the ratio of arrivals that halve every day and adds up what is to come', () => {
    const arrivals = arrivalsOf([512, 256, 128, 64, 32]);
    const forecast = forecastAnswers({ arrivals, opensOn: dayOf(0), closesOn: dayOf(9), today: dayOf(5) });
    if (forecast.kind !== 'decay') throw new Error(forecast.kind);
    expect(forecast.dailyRatio).toBeCloseTo(0.5, 6);
    // 992 so far, then 16 + 8 + 4 + 2 + 1.
    expect(forecast).toMatchObject({ nNow: 992, nAtClosing: 1023, nDaysFitted: 5, nDaysLeft: 4 });
  });

  it('fits from the busiest day on, not the days on which the letters were still under way', () => {
    const arrivals = arrivalsOf([0, 3, 40, 20, 10, 5]);
    const forecast = forecastAnswers({ arrivals, opensOn: dayOf(0), closesOn: dayOf(6), today: dayOf(6) });
    if (forecast.kind !== 'decay') throw new Error(forecast.kind);
    expect(forecast.dailyRatio).toBeCloseTo(0.5, 6);
    expect(forecast.nDaysFitted).toBe(4);
    expect(forecast.nAtClosing).toBe(78 + 3);
  });

  it('counts today without fitting it, and expects only the rest of it', () => {
    const arrivals = arrivalsOf([64, 32, 16, 20]);
    const forecast = forecastAnswers({ arrivals, opensOn: dayOf(0), closesOn: dayOf(3), today: dayOf(3) });
    if (forecast.kind !== 'decay') throw new Error(forecast.kind);
    expect(forecast.dailyRatio).toBeCloseTo(0.5, 6);
    expect(forecast.nAtClosing).toBe(132);
  });

  it('never forecasts growth: steady arrivals go on as they are', () => {
    const arrivals = arrivalsOf([10, 10, 10, 10]);
    const forecast = forecastAnswers({ arrivals, opensOn: dayOf(0), closesOn: dayOf(8), today: dayOf(4) });
    expect(forecast).toMatchObject({ kind: 'decay', dailyRatio: 1, nAtClosing: 90, nIfSteady: 90 });
  });

  it('expects nothing more where everything came on one day', () => {
    const arrivals = arrivalsOf([30]);
    const forecast = forecastAnswers({ arrivals, opensOn: dayOf(0), closesOn: dayOf(9), today: dayOf(4) });
    expect(forecast).toMatchObject({ kind: 'decay', nAtClosing: 30 });
  });

  it('says that it is too early before three whole days since the busiest, and without answers', () => {
    const dates = { opensOn: dayOf(0), closesOn: dayOf(9) };
    const tooEarly = { kind: 'too_early' };
    expect(forecastAnswers({ ...dates, arrivals: [], today: dayOf(5) })).toEqual({ ...tooEarly, nNow: 0 });
    const rising = arrivalsOf([1, 2, 3, 9]);
    expect(forecastAnswers({ ...dates, arrivals: rising, today: dayOf(4) })).toEqual({
      ...tooEarly,
      nNow: 15,
    });
  });

  it('foresees nothing before answers are taken', () => {
    const dates = { opensOn: dayOf(0), closesOn: dayOf(9) };
    expect(forecastAnswers({ ...dates, arrivals: [], today: '2026-10-01' })).toEqual({
      kind: 'not_begun',
      nNow: 0,
    });
  });

  it('gives the count itself after closing', () => {
    const forecast = forecastAnswers({
      arrivals: arrivalsOf([5, 4]),
      opensOn: dayOf(0),
      closesOn: dayOf(3),
      today: dayOf(4),
    });
    expect(forecast).toEqual({ kind: 'closed', nNow: 9, nAtClosing: 9 });
  });
});
