import type { Evidence } from '#surveys/aggregation/estimate/evidence.ts';
import { type EraLabel, formatEra } from '#surveys/plan/fiscal-year.ts';
import type { Indicator } from '#surveys/plan/indicator.ts';
import type { PdcaEntry, Plan, Section } from '#surveys/plan/plan.ts';
import type { IndicatorResult } from './indicator-result.ts';
import type { OfficialVerdict } from './official.ts';
import { type ReleasedResult, releaseResult } from './release-result.ts';
import { contestedResult, describeVerdict, type VerdictWords } from './verdict-words.ts';
import { readWardRecord } from './ward-record.ts';

/** A published result at its place: which indicator, which fiscal year. */
export interface PlacedResult {
  readonly indicatorId: string;
  readonly fiscalYear: number;
  /** Provisional and final figures are the office's: an evaluation is for everybody. */
  readonly result: IndicatorResult & { readonly state: 'published' };
}

export interface IndicatorSheet {
  readonly indicator: Indicator;
  /** Null where there is no figure. */
  readonly result: ReleasedResult | null;
  readonly official: OfficialVerdict;
  readonly evidence: Evidence;
  readonly words: VerdictWords;
}

/** The section's texts of the fiscal year; that nothing was recorded for it is said, not left blank. */
export type PdcaSheet = ({ readonly state: 'recorded' } & PdcaEntry) | { readonly state: 'none_recorded' };

export interface SectionSheet {
  readonly section: Section;
  readonly pdca: PdcaSheet;
  readonly indicators: readonly IndicatorSheet[];
}

export interface PartSheet {
  readonly number: string;
  readonly title: string;
  readonly sections: readonly SectionSheet[];
}

/** One fiscal year of a plan: target against result of every indicator, with its PDCA texts (評価). */
export interface Evaluation {
  readonly plan: Plan;
  readonly fiscalYear: number;
  readonly fiscalYearLabel: EraLabel;
  /** The source's note on interim values; it speaks of the base fiscal year and is null in any other. */
  readonly interimNote: string | null;
  readonly parts: readonly PartSheet[];
}

export interface EvaluationInput {
  readonly plan: Plan;
  readonly fiscalYear: number;
  /** Published results of rounds, in any order. */
  readonly results: readonly PlacedResult[];
}

/**
 * Joins a plan with the results of one fiscal year into the sheets that the evaluation pages show.
 *
 * The ward's own record in the plan wins over any round. Where two results claim one figure, none is shown and the
 * words say why: nothing is decided by their order. Results of other fiscal years, or of indicators that the plan does not have, take no part. A missing result is null
 * with `no_result`; an excluded indicator stays `excluded` whatever was measured.
 * @throws RangeError For a fiscal year before 1989.
 */
export function buildEvaluation({ plan, fiscalYear, results }: EvaluationInput): Evaluation {
  const ofYear = results.filter((placed) => placed.fiscalYear === fiscalYear);
  return {
    plan,
    fiscalYear,
    fiscalYearLabel: formatEra(fiscalYear),
    interimNote: fiscalYear === plan.baseFiscalYear ? plan.interimNote : null,
    parts: plan.parts.map(({ number, title, sections }) => ({
      number,
      title,
      sections: sections.map((section) => ({
        section,
        pdca: findPdca(section, fiscalYear),
        indicators: section.indicators.map((indicator) => buildSheet(indicator, fiscalYear, ofYear)),
      })),
    })),
  };
}

/** All indicator sheets of an evaluation in the order of the document. */
export function listIndicatorSheets(evaluation: Evaluation): readonly IndicatorSheet[] {
  return evaluation.parts.flatMap(({ sections }) => sections.flatMap(({ indicators }) => indicators));
}

function findPdca(section: Section, fiscalYear: number): PdcaSheet {
  const entry = section.pdca.find((candidate) => candidate.fiscalYear === fiscalYear);
  return entry === undefined ? { state: 'none_recorded' } : { state: 'recorded', ...entry };
}

function buildSheet(
  indicator: Indicator,
  fiscalYear: number,
  results: readonly PlacedResult[],
): IndicatorSheet {
  const record = indicator.publishedResults.find((published) => published.fiscalYear === fiscalYear);
  if (record !== undefined) return makeSheet(indicator, readWardRecord(indicator, record));
  const [claim, ...rivals] = results.filter(({ indicatorId }) => indicatorId === indicator.id);
  return rivals.length === 0 ? makeSheet(indicator, claim?.result ?? null) : makeContestedSheet(indicator);
}

/** Several results claim the figure: there is none until it is decided which of them is the official one. */
function makeContestedSheet(indicator: Indicator): IndicatorSheet {
  const sheet = makeSheet(indicator, null);
  return sheet.official === 'excluded' ? sheet : { ...sheet, words: contestedResult };
}

/**
 * The sheet of an indicator: where a figure leaves for pages, events and JSON, with the digits that may (see
 * `releaseResult`). A result without a figure is none; an excluded indicator stays `excluded`.
 */
export function makeSheet(indicator: Indicator, result: IndicatorResult | null): IndicatorSheet {
  const isExcluded = indicator.excluded !== undefined;
  const official = isExcluded ? 'excluded' : (result?.official ?? 'no_result');
  const evidence = result?.evidence ?? 'unknown';
  return {
    indicator,
    result:
      result === null || result.value === null
        ? null
        : { ...releaseResult(result, indicator.kind), official },
    official,
    evidence,
    words: describeVerdict(official, evidence),
  };
}
