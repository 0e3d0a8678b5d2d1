const tokyoOffsetMs = 9 * 60 * 60 * 1000;

/** A fiscal year as written in Japan: `H27` and `平成27年度`. */
export interface EraLabel {
  readonly short: string;
  readonly long: string;
}

/** Eras by the first fiscal year that is called after them (FY2019 has 令和元年度: the era began on 1 May 2019). */
const eras = [
  { letter: 'R', name: '令和', firstYear: 2019 },
  { letter: 'H', name: '平成', firstYear: 1989 },
] as const;

/**
 * A fiscal year as the database, the URLs and the plan write it: 1989 (平成元年度) to 2999.
 * @example isFiscalYear(26) // false
 */
export function isFiscalYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1989 && value <= 2999;
}

/**
 * The fiscal year (April to March, Japan time, which has no summer time) of an ISO-8601 UTC instant.
 * @throws RangeError For a text that is not an instant with its zone.
 * @example fiscalYearOf('2016-03-31T14:59:59Z') // 2015
 */
export function fiscalYearOf(instant: string): number {
  const time = /T.*(?:Z|[+-]\d\d:\d\d)$/.test(instant) ? Date.parse(instant) : Number.NaN;
  if (Number.isNaN(time)) throw new RangeError(`not an ISO-8601 instant: ${instant}`);
  const tokyo = new Date(time + tokyoOffsetMs);
  return tokyo.getUTCMonth() < 3 ? tokyo.getUTCFullYear() - 1 : tokyo.getUTCFullYear();
}

/**
 * A fiscal year in the Japanese calendar. The first year of an era is 元年 in the long form and 1 in the short.
 * FY2019 is 令和元年度 (some wards wrote 平成31年度).
 * @throws RangeError Before 1989, where Heisei begins, or for a year that is not whole.
 * @example formatEra(2015) // { short: 'H27', long: '平成27年度' }
 */
export function formatEra(fiscalYear: number): EraLabel {
  const era = eras.find(({ firstYear }) => fiscalYear >= firstYear);
  if (era === undefined || !isFiscalYear(fiscalYear))
    throw new RangeError(`not a fiscal year: ${fiscalYear}`);
  const year = fiscalYear - era.firstYear + 1;
  return { short: `${era.letter}${year}`, long: `${era.name}${year === 1 ? '元' : year}年度` };
}
