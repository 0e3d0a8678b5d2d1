import type { TallyCount } from '#surveys/aggregation/tally/tally.ts';
import { itemAt } from '#surveys/item-at.ts';
import { isMissingValue } from '#surveys/questionnaire/missing-values.ts';
import { type Frame, type FrameMargin, type Merge, nameCategory, nameMargin } from '#surveys/round/frame.ts';
import { mergeMargins } from '#surveys/round/margins-merge.ts';
import { type IndexedTally, indexTally } from './indexed-tally.ts';
import { summariseWeights, type WeightSummary } from './kish.ts';
import type { CalibrationError, CellMargin, Weighting } from './margin.ts';
import { postStratify } from './post-stratify.ts';
import { rake } from './rake.ts';
import { regressionResiduals } from './regression-residuals.ts';
import { type SampleCell, stratify, type WeightedSample } from './sample-cells.ts';
import { assignStrata } from './stratum-weights.ts';
import { trimWeights } from './trim-weights.ts';
import type { WeighingError } from './weighing-error.ts';

/** A round whose respondents stand for the ward's population. */
export interface WeighedRound {
  readonly sample: WeightedSample;
  readonly tally: IndexedTally;
  /** Of all respondents. */
  readonly summary: WeightSummary;
  /** Approved merges that were needed: shown beside the figures. */
  readonly appliedMerges: readonly Merge[];
  /** Share of the weighted sample that lacks some raking variable and forms its own category. */
  readonly unknownShare: number;
  /** Share of the respondents whose stratum nobody knows and who form a stratum of their own. */
  readonly unknownStratumShare: number;
  readonly sweeps: number;
}

export type Weighing =
  | { readonly ok: true; readonly round: WeighedRound }
  | { readonly ok: false; readonly error: WeighingError };

/**
 * Weights the respondents of a probability round to its frame, from the tally alone.
 *
 * Base weight N_h/r_h by stratum (population over respondents: the non-response factor is one per stratum),
 * then post-stratification or raking to the frame's margins, then trimming. Respondents who lack any margin's
 * variable form one category in every margin, with their share u of the base-weighted sample; the known
 * categories are scaled by 1 − u. The cost depends on the number of cells, not of responses. Never drops a
 * category silently: what cannot be weighted is an error.
 */
export function weighRound(counts: readonly TallyCount[], frame: Frame): Weighing {
  const tally = indexTally(counts);
  if (tally.cells.length === 0) return { ok: false, error: { kind: 'no-respondents' } };
  const strata = assignStrata(tally.cells, frame);
  if (!strata.ok) return strata;
  const { cells, populations, applied } = strata;
  const margins = alignMargins(tally, cells, frame);
  if (!margins.ok) return margins;
  const weighting = weightCells(cells, margins.margins, frame);
  if (!weighting.ok) return weighting;
  const weights = trim(cells, weighting.weights, frame);
  if (weights === null) return { ok: false, error: { kind: 'trimming-impossible' } };
  const isCalibrated = frame.weighting !== 'strata';
  const sample: WeightedSample = {
    cells,
    weights,
    strata: stratify(cells, populations),
    residuals: isCalibrated ? regressionResiduals(cells, weights, margins.margins) : null,
  };
  const summary = summariseWeights(cells.map(({ n }, index) => ({ n, weight: weights[index] ?? 0 })));
  if (summary === null) return { ok: false, error: { kind: 'no-respondents' } };
  const appliedMerges = [...applied, ...margins.applied];
  const { sweeps } = weighting;
  const { unknownShare } = margins;
  const unknownStratumShare = strata.unknownShare;
  return {
    ok: true,
    round: { sample, tally, summary, appliedMerges, unknownShare, unknownStratumShare, sweeps },
  };
}

type Aligned =
  | {
      readonly ok: true;
      readonly margins: readonly CellMargin[];
      readonly applied: readonly Merge[];
      readonly unknownShare: number;
    }
  | { readonly ok: false; readonly error: WeighingError };

/** Puts every cell into its category of every margin, merges applied, those with an unknown one apart. */
function alignMargins(tally: IndexedTally, cells: readonly SampleCell[], frame: Frame): Aligned {
  if (frame.weighting === 'strata') return { ok: true, margins: [], applied: [], unknownShare: 0 };
  const dimensions = [...new Set(frame.margins.flatMap((margin) => margin.by))];
  const isUnknown = tally.cells.map(({ profile }) =>
    dimensions.some((dimension) => isUnmatched(profile[dimension], dimension, frame)),
  );
  const stray = findStray(tally, frame, isUnknown);
  if (stray) return { ok: false, error: stray };
  const merged = mergeMargins(frame, (by, key) =>
    tally.cells.reduce(
      (sum, { profile, n }, cell) =>
        !isUnknown[cell] && by.every((dimension, i) => profile[dimension] === key[i]) ? sum + n : sum,
      0,
    ),
  );
  if (merged.empty.length > 0) {
    return { ok: false, error: { kind: 'categories-without-respondents', empty: merged.empty } };
  }
  const mass = (isIn: (cell: number) => boolean) =>
    cells.reduce((sum, { n, baseWeight }, cell) => (isIn(cell) ? sum + n * baseWeight : sum), 0);
  const unknownShare = mass((cell) => isUnknown[cell] ?? false) / mass(() => true);
  const margins = merged.margins.map((margin) =>
    alignMargin(
      margin,
      unknownShare,
      (cell, dimension) => {
        if (isUnknown[cell]) return null;
        return merged.resolve(dimension, tally.cells[cell]?.profile[dimension] ?? '');
      },
      cells.length,
    ),
  );
  return { ok: true, margins, applied: merged.applied, unknownShare };
}

function alignMargin(
  margin: FrameMargin,
  unknownShare: number,
  categoryValue: (cell: number, dimension: string) => string | null,
  nCells: number,
): CellMargin {
  const total = margin.categories.reduce((sum, { population }) => sum + population, 0);
  const known = margin.categories.map(({ key, population }) => ({
    label: nameCategory(key),
    population: population * (1 - unknownShare),
  }));
  const indexOf = new Map(known.map(({ label }, index) => [label, index]));
  const categories =
    unknownShare > 0 ? [...known, { label: 'unknown', population: total * unknownShare }] : known;
  const categoryOf = Array.from({ length: nCells }, (_, cell) => {
    const key = margin.by.map((dimension) => categoryValue(cell, dimension));
    const isKnown = key.every((value) => value !== null);
    return (isKnown ? indexOf.get(nameCategory(key)) : undefined) ?? known.length;
  });
  return { name: nameMargin(margin), categories, categoryOf };
}

function isUnmatched(value: string | undefined, dimension: string, { unmatched }: Frame): boolean {
  if (value === undefined || isMissingValue(value)) return true;
  return unmatched.some((entry) => entry.dimension === dimension && entry.value === value);
}

/** A combination that respondents have and the population counts do not know. */
function findStray(
  tally: IndexedTally,
  frame: Frame,
  isUnknown: readonly boolean[],
): CalibrationError | undefined {
  for (const margin of frame.margins) {
    const known = new Set(
      margin.categories.filter(({ population }) => population > 0).map(({ key }) => nameCategory(key)),
    );
    for (const [cell, { profile }] of tally.cells.entries()) {
      if (isUnknown[cell]) continue;
      const category = nameCategory(margin.by.map((dimension) => profile[dimension] ?? ''));
      if (!known.has(category)) return { kind: 'unknown-category', margin: nameMargin(margin), category };
    }
  }
  return undefined;
}

function weightCells(cells: readonly SampleCell[], margins: readonly CellMargin[], frame: Frame): Weighting {
  switch (frame.weighting) {
    case 'strata':
      return { ok: true, weights: cells.map(({ baseWeight }) => baseWeight), sweeps: 0 };
    case 'post-stratify':
      return postStratify(cells, itemAt(margins, 0));
    case 'rake':
      return rake(cells, margins);
  }
}

function trim(cells: readonly SampleCell[], weights: readonly number[], { trimAtMeanTimes }: Frame) {
  if (trimAtMeanTimes === null) return weights;
  const n = cells.reduce((sum, cell) => sum + cell.n, 0);
  const mean = cells.reduce((sum, cell, index) => sum + cell.n * (weights[index] ?? 0), 0) / n;
  return trimWeights(cells, weights, { upper: trimAtMeanTimes * mean, isStrict: true });
}
