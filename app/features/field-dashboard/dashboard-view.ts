import type { FieldAdvice, StratumProgress } from '#surveys/round/field-advice.ts';
import type { DayArrivals, Forecast } from '#surveys/round/forecast.ts';
import type { PageProgress } from '#surveys/round/page-progress.ts';
import type { RoundState } from '#surveys/round/round.ts';

/** How many answers have one value of what is counted by day. */
export interface ValueCount {
  readonly value: string;
  readonly n: number;
}

/** What the field dashboard shows, at first and with every event. */
export interface DashboardView {
  readonly state: RoundState;
  /** When the view was computed, ISO-8601 UTC. */
  readonly asOf: string;
  /** Every accepted answer. */
  readonly nAnswers: number;
  /** Those counted by stratum: answers are mixed in by batches. */
  readonly nCounted: number;
  readonly days: readonly DayArrivals[];
  readonly channels: readonly ValueCount[];
  readonly languages: readonly ValueCount[];
  /** Empty where the round draws no strata. */
  readonly strata: readonly StratumProgress[];
  /** Letters with a code that went out, void ones left out; null where there are none, or none any more. */
  readonly letters: { readonly nSent: number; readonly nReturned: number } | null;
  /** null where nobody was addressed one by one. */
  readonly plan: {
    /** Letters sent; as many as the round plans, where nobody knows how many were. */
    readonly nIssued: number;
    readonly expectedRate: number;
    readonly nPlanned: number;
  } | null;
  readonly forecast: Forecast;
  /** Half-widths, 0–1; null where the design knows no sampling error, or the forecast no count. */
  readonly margin: { readonly now: number | null; readonly atClosing: number | null };
  /** Empty for a questionnaire of one page. */
  readonly progress: readonly (PageProgress & { readonly title: string | null })[];
  readonly advice: readonly FieldAdvice[];
}
