import type { ScoreSummary } from '#surveys/aggregation/estimate/describe-scores.ts';
import type { IndicatorSheet } from '#surveys/evaluation/build-evaluation.ts';

/** The answers to one question that an indicator rests on. */
export interface AnswersOfQuestion {
  readonly question: string;
  /** Those who answered: the denominator of the shares. */
  readonly base: number;
  readonly answers: readonly {
    readonly label: string;
    readonly n: number;
    readonly share: number;
    readonly display: string;
    readonly isPositive: boolean;
  }[];
  /** 「無回答 10」「質問していない 500」. */
  readonly missing: string;
}

/** One row of a breakdown; a hidden one has no number at all. */
export interface BreakdownRow {
  readonly label: string;
  readonly figure: {
    readonly display: string;
    readonly n: number;
    readonly interval: string | null;
    readonly weighted: string | null;
    readonly isReference: boolean;
  } | null;
}

export interface Breakdown {
  readonly title: string;
  readonly rows: readonly BreakdownRow[];
}

export interface IndicatorDetail {
  readonly sheet: IndicatorSheet;
  readonly officialRuleId: string;
  /** The figure under every base rule, the official one among them. */
  readonly alternatives: readonly {
    readonly id: string;
    readonly label: string;
    readonly display: string;
    readonly n: number | null;
  }[];
  readonly answers: readonly AnswersOfQuestion[];
  /** Spread of the visits' scores; null for shares and counts. */
  readonly scores: ScoreSummary | null;
  /** Null while answers may still come in: the difference of two moments could give one away. */
  readonly breakdowns: readonly Breakdown[] | null;
}
