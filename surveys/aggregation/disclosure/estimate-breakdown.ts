import {
  estimateIndicator,
  type IndicatorEstimate,
  type IndicatorInput,
} from '#surveys/aggregation/estimate/estimate-indicator.ts';
import { estimateWeighted, withWeightedEstimate } from '#surveys/aggregation/estimate/estimate-weighted.ts';
import { indexTally } from '#surveys/aggregation/estimate/indexed-tally.ts';
import type { WeighedRound } from '#surveys/aggregation/estimate/weigh-round.ts';
import { indicatorMeasure } from '#surveys/aggregation/tally/measures.ts';
import type { Profile } from '#surveys/response/answers.ts';
import { parseProfile } from '#surveys/response/profile.ts';
import { nameCell, tabulateBreakdowns } from './breakdown-table.ts';
import { planSuppression, stateOfCell } from './plan-suppression.ts';

/** A breakdown cell as it may leave the system: a hidden one carries no number at all, not even its base. */
export type EstimatedCell =
  | { readonly key: readonly string[]; readonly state: 'suppressed' }
  | {
      readonly key: readonly string[];
      readonly state: 'reference' | 'shown';
      readonly estimate: IndicatorEstimate;
    };

export interface EstimatedBreakdown {
  readonly by: readonly string[];
  readonly cells: readonly EstimatedCell[];
}

export interface BreakdownInput extends Omit<IndicatorInput, 'populationSize'> {
  /** Lists of one or two profile dimensions: all that any view, export or API gives of this figure. */
  readonly breakdowns: readonly (readonly string[])[];
  readonly round: WeighedRound | null;
  /** False for audiences that are told their answers are attributed. */
  readonly isProtected: boolean;
}

/**
 * Breaks one indicator down by profile, plain and weighted, with the cells hidden that disclosure control asks
 * to hide.
 *
 * All breakdowns of a figure must be asked for together: the plan holds for the set, and asking for them one
 * by one in different sets could give a hidden cell away. Denominator of a cell: its respondents in the base.
 */
export function estimateBreakdowns(input: BreakdownInput): readonly EstimatedBreakdown[] {
  const { counts, measurement, baseRuleId, target, breakdowns, round, isProtected } = input;
  const tally = round?.tally ?? indexTally(counts);
  const measure = indicatorMeasure(measurement.indicator, baseRuleId);
  const weights = round?.sample.weights ?? null;
  const tables = tabulateBreakdowns(tally, measure, { breakdowns, weights });
  const plan = isProtected ? planSuppression(tables) : new Set<string>();
  const ofMeasure = counts
    .filter((count) => count.measure === measure)
    .map((count) => ({ count, profile: parseProfile(count.profile) }));
  return tables.map(({ by, cells }) => ({
    by,
    cells: cells.map(({ key, n }): EstimatedCell => {
      if (plan.has(nameCell(by, key))) return { key, state: 'suppressed' };
      const isInDomain = (profile: Profile) =>
        by.every((dimension, index) => (profile[dimension] ?? 'not_asked') === key[index]);
      const own = ofMeasure.filter(({ profile }) => isInDomain(profile)).map(({ count }) => count);
      const plain = estimateIndicator({ ...input, counts: own, populationSize: null });
      const weighted = round && estimateWeighted({ round, measurement, baseRuleId, target, isInDomain });
      const state = stateOfCell(plan, { by, key, n }) === 'reference' ? 'reference' : 'shown';
      return { key, state, estimate: withWeightedEstimate(plain, weighted) };
    }),
  }));
}
