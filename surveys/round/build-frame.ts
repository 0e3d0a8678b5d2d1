import type { Questionnaire } from '#surveys/questionnaire/definition.ts';
import { type Frame, type FrameMargin, hasStrata, listCategories, type Merge } from './frame.ts';
import { listMarginDimensions } from './margin-dimensions.ts';
import { type EmptyCategory, mergeMargins } from './margins-merge.ts';
import { wholeStratum } from './stratum.ts';

export interface FrameParts {
  readonly source: string;
  /** ISO date of the counts. */
  readonly asOf: string;
  /** Null where the sample is not stratified: everyone is in one stratum. */
  readonly strata: Frame['strata'] | null;
  readonly margins: readonly FrameMargin[];
  /** Letters sent in all; null where nobody was addressed. */
  readonly nIssued: number | null;
}

/**
 * Puts a frame together from imported counts: one margin is post-stratified to, several are raked to, none
 * leaves the weights of the strata. The population is that of the first margin, whose total the others must
 * meet; answers without a counterpart in the counts are set aside; a first merge plan is suggested.
 */
export function buildFrame(questionnaire: Questionnaire, parts: FrameParts): Frame {
  const { source, asOf, nIssued } = parts;
  const margins = [...parts.margins];
  const population = margins[0]?.categories.reduce((sum, category) => sum + category.population, 0) ?? 0;
  return {
    source,
    asOf,
    strata: parts.strata ?? [{ id: wholeStratum, population, nIssued }],
    weighting: margins.length === 0 ? 'strata' : margins.length === 1 ? 'post-stratify' : 'rake',
    margins,
    unmatched: listMarginDimensions(questionnaire).unmatched.filter(({ dimension }) =>
      margins.some(({ by }) => by.includes(dimension)),
    ),
    merges: suggestMerges(margins),
    trimAtMeanTimes: null,
  };
}

/** Strata that were typed or read before stay when new counts come without strata; null where there are none. */
export const strataToKeep = (frame: Frame | null): Frame['strata'] | null =>
  frame !== null && hasStrata(frame) ? frame.strata : null;

/**
 * A merge plan to start from: the youngest band into the next, that into the one after it, the oldest into the
 * one before. Empty without ages, or with fewer than four bands.
 */
export function suggestMerges(margins: readonly FrameMargin[]): Merge[] {
  const withAge = margins.find(({ by }) => by.includes('age'));
  const bands = withAge ? [...listCategories(withAge, 'age')] : [];
  if (bands.length < 4) return [];
  const merge = (from: number, into: number): Merge => ({
    dimension: 'age',
    from: bands.at(from) ?? '',
    into: bands.at(into) ?? '',
  });
  return [merge(0, 1), merge(1, 2), merge(-1, -2)];
}

/**
 * Categories that can be expected to stay without respondents though the plan's merges are applied, each with
 * the merge it offers.
 *
 * Denominator: everyone in the margin. `nExpected` answers are spread as the population is, and a category is
 * expected empty when it would get less than one. Empty when nobody is expected to answer.
 */
export function expectEmptyCategories(frame: Frame, nExpected: number): readonly EmptyCategory[] {
  if (nExpected <= 0) return [];
  return mergeMargins(frame, (by, key) => {
    const margin = frame.margins.find((candidate) => candidate.by.join() === by.join());
    if (!margin) return 0;
    const total = margin.categories.reduce((sum, { population }) => sum + population, 0);
    const category = margin.categories.find((candidate) => candidate.key.join() === key.join());
    return Math.floor(((category?.population ?? 0) / total) * nExpected);
  }).empty;
}
