import type { Indicator, PublishedResult } from '#surveys/plan/indicator.ts';
import type { IndicatorResult } from './indicator-result.ts';
import { officialVerdict } from './official.ts';
import { parseDecimal } from './rational.ts';

/**
 * A result of the ward's document in the shape of all results: its digits are kept for display, the official
 * verdict compares the published decimal exactly, and without a design there is no interval and no evidence.
 * @throws RangeError For a published value that is not a decimal, which the plan's schema rules out.
 */
export function readWardRecord(indicator: Indicator, published: PublishedResult): IndicatorResult {
  const { title, url } = published.source;
  return {
    // Shifting the exponent instead of dividing by 100 gives the float nearest to the published share.
    value: Number(indicator.kind === 'share' ? `${published.value}e-2` : published.value),
    display: published.value,
    n: published.n,
    state: 'published',
    source: { kind: 'ward-record', title, ...(url === undefined ? {} : { url }) },
    interval: null,
    official: officialVerdict({
      value: parseDecimal(published.value),
      target: indicator.target,
      fiscalYear: published.fiscalYear,
      isExcluded: indicator.excluded !== undefined,
    }),
    evidence: 'unknown',
    weighted: null,
    methodNote: [],
  };
}
