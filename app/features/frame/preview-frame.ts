import { type CategoryLabels, labelIn } from '#app/features/frame/category-labels.ts';
import { dimensionName, frameProblemText, marginName } from '#app/features/frame/frame-words.ts';
import { expectEmptyCategories } from '#surveys/round/build-frame.ts';
import { checkFrame, type Frame, hasStrata, nameMargin } from '#surveys/round/frame.ts';
import type { EmptyCategory } from '#surveys/round/margins-merge.ts';

/** A category in which nobody answered, or is expected to, in words. */
export interface EmptyCategoryText {
  readonly category: string;
  readonly offer: string | null;
}

export interface FramePreview {
  readonly frame: Frame;
  /** What must be corrected before the frame can be used. */
  readonly problems: readonly string[];
  /** Categories that will probably stay empty though the merge plan is applied. */
  readonly thin: readonly EmptyCategoryText[];
  /** Answers that `thin` reckons with; null when no letters are counted. */
  readonly nExpected: number | null;
  /** People the round says it asks about, where the frame counts another number; null where they agree. */
  readonly otherPopulation: number | null;
}

/** Of 100 letters this many are answered at the low end of what wards see (27–41). */
const expectedPercent = 27;

/** Checks a frame as it will be used, in the questionnaire's words. */
export function previewFrame(
  frame: Frame,
  labels: CategoryLabels,
  populationSize: number | null,
): FramePreview {
  const labelOf = labelIn(labels);
  // Without strata of its own the sample's population is that of the first table: errors call it so.
  const nameOfStrata = !hasStrata(frame) && frame.margins[0] ? nameMargin(frame.margins[0]) : 'strata';
  const problems = checkFrame(frame).map((problem) =>
    frameProblemText(
      problem.kind === 'totals-disagree' ? { ...problem, left: nameOfStrata } : problem,
      labelOf,
    ),
  );
  const issued = frame.strata.map(({ nIssued }) => nIssued);
  const nIssued = issued.reduce<number>((sum, n) => sum + (n ?? 0), 0);
  const nExpected =
    issued.includes(null) || nIssued === 0 ? null : Math.round((nIssued * expectedPercent) / 100);
  const empty = problems.length > 0 || nExpected === null ? [] : expectEmptyCategories(frame, nExpected);
  const population = frame.strata.reduce((sum, stratum) => sum + stratum.population, 0);
  const otherPopulation = populationSize === population ? null : populationSize;
  return {
    frame,
    problems,
    otherPopulation,
    thin: empty.map((entry) => emptyCategoryText(entry, labels)),
    nExpected,
  };
}

/** Which category is empty, and the merge that would help. */
export function emptyCategoryText(
  { margin, category, offer }: EmptyCategory,
  labels: CategoryLabels,
): EmptyCategoryText {
  const labelOf = labelIn(labels);
  const by = margin.split('×');
  const names = category.split('×').map((code, index) => labelOf(by[index] ?? '', code));
  return {
    category: `${marginName(margin)}の「${names.join('・')}」`,
    offer: offer && mergeText(offer, labels),
  };
}

export const mergeText = (
  { dimension, from, into }: Frame['merges'][number],
  labels: CategoryLabels,
): string => {
  const labelOf = labelIn(labels);
  return `${dimensionName(dimension)}「${labelOf(dimension, from)}」を「${labelOf(dimension, into)}」にまとめる`;
};
