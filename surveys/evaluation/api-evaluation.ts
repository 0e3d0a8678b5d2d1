import type { IndicatorKind, Unit } from '#surveys/plan/indicator-kind.ts';
import { type Evaluation, type IndicatorSheet, listIndicatorSheets } from './build-evaluation.ts';
import type { ReleasedResult } from './release-result.ts';

export interface ApiIndicator {
  readonly id: string;
  readonly kind: IndicatorKind;
  readonly wording: string;
  readonly target: { readonly value: number; readonly unit: Unit; readonly dueFiscalYear: number };
  readonly result: ReleasedResult | null;
  readonly excluded: boolean;
}

/** The answer of `GET /api/v1/plans/:plan/evaluations/:fiscalYear`. */
export interface ApiEvaluation {
  readonly plan: { readonly id: string; readonly title: string; readonly label: string | null };
  readonly ward: { readonly name: string; readonly code: string };
  readonly fiscalYear: number;
  /** In the Japanese calendar: 「平成27年度」. */
  readonly fiscalYearLabel: string;
  readonly interimNote: string | null;
  readonly indicators: readonly ApiIndicator[];
}

/**
 * The public JSON twin of an evaluation: shares 0–1 in `result.value`, targets in their unit (50 for 50 %),
 * every indicator present in the order of the document, `result` null where there is none.
 */
export function toApiEvaluation(evaluation: Evaluation): ApiEvaluation {
  const { plan, fiscalYear, fiscalYearLabel, interimNote } = evaluation;
  return {
    plan: { id: plan.id, title: plan.title, label: plan.label ?? null },
    ward: { name: plan.ward.name, code: plan.ward.code },
    fiscalYear,
    fiscalYearLabel: fiscalYearLabel.long,
    interimNote,
    indicators: listIndicatorSheets(evaluation).map(toApiIndicator),
  };
}

/** One indicator of the JSON: of an evaluation and of a round alike. */
export function toApiIndicator({ indicator, result }: IndicatorSheet): ApiIndicator {
  const { id, kind, wording, target, excluded } = indicator;
  return {
    id,
    kind,
    wording,
    target: { value: target.value, unit: target.unit, dueFiscalYear: target.dueFiscalYear },
    result,
    excluded: excluded !== undefined,
  };
}
