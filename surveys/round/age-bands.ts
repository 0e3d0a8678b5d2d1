/** An age in whole years, both ends included; `to` is null for 「以上」. */
export interface AgeSpan {
  readonly from: number;
  readonly to: number | null;
}

/** People of one sex in a span of ages. */
export interface AgeCount extends AgeSpan {
  readonly sex: 'm' | 'f';
  readonly count: number;
}

/**
 * What to do with a five-year class that a band cuts (15–19 where the ward asks from 18): `refuse`, or take
 * the share of its years as if everyone were spread evenly over them.
 */
export type CutClassRule = 'refuse' | 'spread-evenly';

export type BandCounts =
  | { readonly ok: true; readonly counts: ReadonlyMap<string, { readonly m: number; readonly f: number }> }
  | { readonly ok: false; readonly cut: AgeSpan; readonly band: string }
  | { readonly ok: false; readonly uncovered: string };

/**
 * Reads an answer code such as `20-29` or `80-over` as ages; undefined when it is not one.
 * @example parseAgeBand('80-over') // { from: 80, to: null }
 * @example parseAgeBand('20s') // undefined
 */
export function parseAgeBand(code: string): AgeSpan | undefined {
  const match = /^(\d{1,3})-(\d{1,3}|over)$/.exec(code);
  if (!match) return undefined;
  return { from: Number(match[1]), to: match[2] === 'over' ? null : Number(match[2]) };
}

/**
 * Adds population counts up into the age bands of a questionnaire.
 *
 * Denominator: everyone counted with a known age; ages outside all bands (minors) are left out. Counts are
 * whole people; a class spread over its years is rounded per sex, halves up. A class without an upper end (100
 * and over) belongs to the band without one.
 *
 * @returns the counts by band, or the first class that a band cuts under `refuse`, or the first band that has
 * no counts at all
 * @example sumIntoBands([{ from: 15, to: 19, sex: 'f', count: 10 }], ['18-29'], 'spread-evenly')
 *   // { ok: true, counts: Map(1) { '18-29' => { m: 0, f: 4 } } }
 */
export function sumIntoBands(
  ages: readonly AgeCount[],
  bands: readonly string[],
  rule: CutClassRule,
): BandCounts {
  const counts = new Map<string, { m: number; f: number }>();
  for (const band of bands) {
    const span = parseAgeBand(band);
    if (!span) return { ok: false, uncovered: band };
    const sums = { m: 0, f: 0 };
    let isCovered = false;
    for (const age of ages) {
      const part = shareWithin(age, span);
      if (part === 0) continue;
      if (part < 1 && rule === 'refuse') return { ok: false, cut: { from: age.from, to: age.to }, band };
      sums[age.sex] += Math.round(age.count * part);
      isCovered = true;
    }
    if (!isCovered) return { ok: false, uncovered: band };
    counts.set(band, sums);
  }
  return { ok: true, counts };
}

/** Part of a class's years that a band holds, 0–1; an endless class counts by where it begins. */
function shareWithin(age: AgeSpan, band: AgeSpan): number {
  if (age.to === null) return band.to === null && age.from >= band.from ? 1 : 0;
  const first = Math.max(age.from, band.from);
  const last = Math.min(age.to, band.to ?? Number.POSITIVE_INFINITY);
  return Math.max(0, last - first + 1) / (age.to - age.from + 1);
}
