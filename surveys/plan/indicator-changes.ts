import { formatCanonicalJson } from '#surveys/questionnaire/canonical-json.ts';
import type { Indicator } from './indicator.ts';
import { findIndicator, listIndicators, type Plan } from './plan.ts';

/** How an indicator of an earlier version of a plan fares in a later one. */
export interface IndicatorChange {
  readonly indicatorId: string;
  readonly kind: 'changed' | 'removed';
}

/**
 * The indicators of the earlier version that the later one has differently or not at all, in the earlier one's order:
 * what was measured by them would now be read as something else. What the ward published of an indicator grows from
 * year to year and is no change of it; neither are new indicators and the texts around.
 * @returns Nothing where all that the earlier version measures is as it was.
 */
export function listIndicatorChanges(earlier: Plan, later: Plan): readonly IndicatorChange[] {
  return listIndicators(earlier).flatMap((indicator): readonly IndicatorChange[] => {
    const { id: indicatorId } = indicator;
    const next = findIndicator(later, indicatorId);
    if (!next) return [{ indicatorId, kind: 'removed' }];
    return describe(next) === describe(indicator) ? [] : [{ indicatorId, kind: 'changed' }];
  });
}

const describe = ({ publishedResults: _published, ...definition }: Indicator) =>
  formatCanonicalJson(definition);
