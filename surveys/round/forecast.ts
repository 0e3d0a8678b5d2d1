/** How many answers came on a calendar day of the ward (`2026-11-22`). */
export interface DayArrivals {
  readonly day: string;
  readonly n: number;
}

export interface ForecastInput {
  /** Days with answers, in any order; days that are missing had none. */
  readonly arrivals: readonly DayArrivals[];
  /** First and last calendar day on which answers are taken. */
  readonly opensOn: string;
  readonly closesOn: string;
  /** The present calendar day: it is not over, so it is counted but not fitted. */
  readonly today: string;
}

/** Why a forecast could not follow the days so far. */
export type NoForecast =
  /** Answers are not taken yet. */
  | 'not_begun'
  /** Fewer than three whole days since the busiest one, or nobody has answered. */
  | 'too_early';

export type Forecast =
  | { readonly kind: 'closed'; readonly nNow: number; readonly nAtClosing: number }
  | { readonly kind: NoForecast; readonly nNow: number }
  | {
      readonly kind: 'decay';
      readonly nNow: number;
      /** Expected at closing, a whole number, never below `nNow`. */
      readonly nAtClosing: number;
      /** What closing would bring if today and every day left were like the mean of the last three whole days. */
      readonly nIfSteady: number;
      /** Arrivals of a day over those of the day before, 0–1. */
      readonly dailyRatio: number;
      /** The whole days the ratio was fitted to. */
      readonly nDaysFitted: number;
      readonly nDaysLeft: number;
    };

const minimumDays = 3;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Days from one calendar day to another; negative when it lies before.
 * @example daysBetween('2026-02-27', '2026-03-01') // 2
 */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / dayMs);
}

/**
 * Forecasts how many answers a round will have at closing, from its answers by day.
 *
 * Arrivals after a mailing rise to a peak and then fall off. From the busiest whole day on they are taken to
 * fall by the same ratio every day: expected arrivals a·rᵗ, 0 ≤ r ≤ 1, fitted by maximum likelihood for
 * Poisson counts (the mean day of arrival of the fit equals the observed one). The rest of today and the days
 * left are added up under that fit. A reminder to come is not foreseen: it raises the count above it.
 * Before the opening day the kind is `not_begun`; before three whole days have passed since the peak, or without
 * answers, `too_early`; after the closing day `closed`. Of tied busiest days the first counts. Counts are answers,
 * not a rate.
 * Source: the maximum-likelihood estimate of a geometric distribution cut off on the right.
 */
export function forecastAnswers({ arrivals, opensOn, closesOn, today }: ForecastInput): Forecast {
  const nNow = arrivals.reduce((sum, { n }) => sum + n, 0);
  if (today < opensOn) return { kind: 'not_begun', nNow };
  if (today > closesOn) return { kind: 'closed', nNow, nAtClosing: nNow };
  const days = listDays(arrivals, opensOn, today);
  const wholeDays = days.slice(0, -1);
  const peak = wholeDays.indexOf(Math.max(...wholeDays));
  const fitted = wholeDays.slice(Math.max(peak, 0));
  const nFitted = fitted.reduce((sum, n) => sum + n, 0);
  if (fitted.length < minimumDays || nFitted === 0) return { kind: 'too_early', nNow };
  const dailyRatio = fitDecay(fitted);
  const first = nFitted / geometricSum(dailyRatio, fitted.length);
  const nDaysLeft = daysBetween(today, closesOn);
  const expectedToday = first * dailyRatio ** fitted.length;
  const nToday = days.at(-1) ?? 0;
  const later = expectedToday * dailyRatio * geometricSum(dailyRatio, nDaysLeft);
  const recent = wholeDays.slice(-minimumDays).reduce((sum, n) => sum + n, 0) / minimumDays;
  return {
    kind: 'decay',
    nNow,
    nAtClosing: Math.round(nNow + Math.max(0, expectedToday - nToday) + later),
    nIfSteady: Math.round(nNow + Math.max(0, recent - nToday) + recent * nDaysLeft),
    dailyRatio,
    nDaysFitted: fitted.length,
    nDaysLeft,
  };
}

/** Answers of every day from opening to today, days without any included; empty before opening. */
function listDays(arrivals: readonly DayArrivals[], opensOn: string, today: string): readonly number[] {
  const days = new Array<number>(Math.max(0, daysBetween(opensOn, today) + 1)).fill(0);
  for (const { day, n } of arrivals) {
    // Answers keyed outside the dates (paper that came early, say) belong to the nearest day.
    const index = Math.min(Math.max(daysBetween(opensOn, day), 0), days.length - 1);
    if (index >= 0) days[index] = (days[index] ?? 0) + n;
  }
  return days;
}

/** 1 + r + … + r^(n−1); 0 for n = 0. */
function geometricSum(r: number, n: number): number {
  return r === 1 ? n : (1 - r ** n) / (1 - r);
}

/** The ratio at which the mean day of the fit is the observed mean day; 1 when arrivals do not fall off. */
function fitDecay(counts: readonly number[]): number {
  const total = counts.reduce((sum, n) => sum + n, 0);
  const observed = counts.reduce((sum, n, day) => sum + day * n, 0) / total;
  const meanDay = (r: number) => {
    const weights = counts.map((_, day) => r ** day);
    const sum = weights.reduce((a, b) => a + b, 0);
    return weights.reduce((a, weight, day) => a + day * weight, 0) / sum;
  };
  if (observed >= meanDay(1)) return 1;
  let [low, high] = [0, 1];
  // 60 halvings reach the resolution of the numbers themselves.
  for (let turn = 0; turn < 60; turn += 1) {
    const middle = (low + high) / 2;
    if (meanDay(middle) < observed) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
