import { z } from 'zod';
import { codeSchema, profileDimensions } from '#surveys/questionnaire/question-base.ts';
import { wholeStratum } from './stratum.ts';
import { readTotalLabel } from './total-rows.ts';

/**
 * The sample design of a round (標本設計): whom the figures stand for, and how respondents are weighted to
 * them. All counts are of people in the population of the audience.
 */

const stratumSchema = z.strictObject({
  id: z.string().min(1),
  population: z.int().min(1),
  /** Letters sent (発送数); null where nobody was addressed one by one. */
  nIssued: z.int().min(0).nullable(),
});

/** Population by the combinations of one or more profile dimensions, in the order the page lists them. */
export const frameMarginSchema = z.strictObject({
  by: z.array(z.enum(profileDimensions)).min(1),
  categories: z
    .array(z.strictObject({ key: z.array(codeSchema).min(1), population: z.number().min(0) }))
    .min(1),
});
export type FrameMargin = z.infer<typeof frameMarginSchema>;

/** `stratum` merges strata; a profile dimension merges its categories in every margin that has it. */
export const mergeSchema = z.strictObject({
  dimension: z.enum([...profileDimensions, 'stratum']),
  from: z.string().min(1),
  into: z.string().min(1),
});
export type Merge = z.infer<typeof mergeSchema>;

export const frameSchema = z.strictObject({
  /** Where the counts come from and of which day, as printed on the page. */
  source: z.string().min(1),
  asOf: z.iso.date(),
  strata: z.array(stratumSchema).min(1),
  weighting: z.enum(['strata', 'post-stratify', 'rake']),
  margins: z.array(frameMarginSchema),
  /** Answer codes without a counterpart in the population counts (性別「その他」): weighted like a missing answer. */
  unmatched: z.array(z.strictObject({ dimension: z.enum(profileDimensions), value: codeSchema })),
  /** Approved merges, in the order in which they may be applied when a category has no respondent. */
  merges: z.array(mergeSchema),
  /** Weights above this many times the mean weight are trimmed; null for none. */
  trimAtMeanTimes: z.number().min(1.5).nullable(),
});
/** The frame of a round, frozen with it (標本設計). */
export type Frame = z.infer<typeof frameSchema>;

/** Why a frame cannot be used, with what a page needs to say so. */
export type FrameProblem =
  | {
      readonly kind: 'totals-disagree';
      readonly left: string;
      readonly leftTotal: number;
      readonly right: string;
      readonly rightTotal: number;
    }
  | {
      readonly kind: 'category-totals-disagree';
      readonly dimension: string;
      readonly category: string;
      readonly left: string;
      readonly leftTotal: number;
      readonly right: string;
      readonly rightTotal: number;
    }
  | { readonly kind: 'repeated-category'; readonly margin: string; readonly category: string }
  | { readonly kind: 'wrong-key'; readonly margin: string; readonly category: string }
  | { readonly kind: 'repeated-stratum'; readonly stratum: string }
  | { readonly kind: 'total-as-stratum'; readonly stratum: string }
  | { readonly kind: 'unknown-merge-category'; readonly dimension: string; readonly category: string }
  | { readonly kind: 'merge-into-itself'; readonly dimension: string; readonly category: string }
  | { readonly kind: 'margins-missing'; readonly weighting: Frame['weighting'] };

/** Whether the frame divides the population into strata, rather than leave all in the one of everybody. */
export function hasStrata({ strata }: Pick<Frame, 'strata'>): boolean {
  return strata.length !== 1 || strata[0]?.id !== wholeStratum;
}

/** What a margin crosses, as shown and as named in errors: `sex×age`. */
export function nameMargin(margin: Pick<FrameMargin, 'by'>): string {
  return margin.by.join('×');
}

/** The text of a category of a margin: its codes in the margin's order, `f×18-29`. */
export function nameCategory(key: readonly string[]): string {
  return key.join('×');
}

/**
 * Lists what is wrong with a frame before any respondent is looked at; empty when it can be used.
 *
 * Totals of strata and margins, and of a dimension's categories between margins, must agree to the person:
 * raking to margins that contradict each other has no solution.
 */
export function checkFrame(frame: Frame): readonly FrameProblem[] {
  return [
    ...checkWeighting(frame),
    ...checkKeys(frame),
    ...checkStrataNames(frame),
    ...checkTotals(frame),
    ...checkSharedDimensions(frame),
    ...checkMerges(frame),
  ];
}

function checkWeighting({ weighting, margins }: Frame): FrameProblem[] {
  const isEnough =
    weighting === 'strata' || (weighting === 'rake' ? margins.length > 0 : margins.length === 1);
  return isEnough ? [] : [{ kind: 'margins-missing', weighting }];
}

function checkKeys({ margins, strata }: Frame): FrameProblem[] {
  const problems: FrameProblem[] = [];
  for (const margin of margins) {
    const seen = new Set<string>();
    for (const { key } of margin.categories) {
      const category = nameCategory(key);
      if (key.length !== margin.by.length)
        problems.push({ kind: 'wrong-key', margin: nameMargin(margin), category });
      if (seen.has(category))
        problems.push({ kind: 'repeated-category', margin: nameMargin(margin), category });
      seen.add(category);
    }
  }
  const seen = new Set<string>();
  for (const { id } of strata) {
    if (seen.has(id)) problems.push({ kind: 'repeated-stratum', stratum: id });
    seen.add(id);
  }
  return problems;
}

/** One stratum alone may be called what everybody is; beside others it would count people twice. */
function checkStrataNames({ strata }: Frame): FrameProblem[] {
  if (strata.length === 1) return [];
  return strata
    .filter(({ id }) => readTotalLabel(id) !== null)
    .map(({ id }) => ({ kind: 'total-as-stratum', stratum: id }));
}

function checkTotals({ strata, margins }: Frame): FrameProblem[] {
  const leftTotal = strata.reduce((sum, { population }) => sum + population, 0);
  return margins.flatMap((margin): FrameProblem[] => {
    const rightTotal = sumOf(margin, () => true);
    if (isSameTotal(leftTotal, rightTotal)) return [];
    return [{ kind: 'totals-disagree', left: 'strata', leftTotal, right: nameMargin(margin), rightTotal }];
  });
}

function checkSharedDimensions({ margins }: Frame): FrameProblem[] {
  const problems: FrameProblem[] = [];
  for (const dimension of profileDimensions) {
    const [left, ...others] = margins.filter((margin) => margin.by.includes(dimension));
    if (!left) continue;
    for (const right of others) {
      const categories = new Set([...listCategories(left, dimension), ...listCategories(right, dimension)]);
      for (const category of categories) {
        const leftTotal = sumOf(left, (key, by) => key[by.indexOf(dimension)] === category);
        const rightTotal = sumOf(right, (key, by) => key[by.indexOf(dimension)] === category);
        if (isSameTotal(leftTotal, rightTotal)) continue;
        const names = { left: nameMargin(left), right: nameMargin(right) };
        problems.push({
          kind: 'category-totals-disagree',
          dimension,
          category,
          ...names,
          leftTotal,
          rightTotal,
        });
      }
    }
  }
  return problems;
}

function checkMerges({ merges, margins, strata }: Frame): FrameProblem[] {
  return merges.flatMap(({ dimension, from, into }): FrameProblem[] => {
    if (from === into) return [{ kind: 'merge-into-itself', dimension, category: from }];
    const known =
      dimension === 'stratum'
        ? strata.map(({ id }) => id)
        : margins.flatMap((margin) => [...listCategories(margin, dimension)]);
    return [from, into]
      .filter((category) => !known.includes(category))
      .map((category) => ({ kind: 'unknown-merge-category', dimension, category }));
  });
}

/** The categories of one dimension in a margin, in its order; empty when the margin does not have it. */
export function listCategories(margin: FrameMargin, dimension: string): ReadonlySet<string> {
  const dimensions: readonly string[] = margin.by;
  const index = dimensions.indexOf(dimension);
  return new Set(index < 0 ? [] : margin.categories.map(({ key }) => key[index] ?? ''));
}

function sumOf(
  margin: FrameMargin,
  isIn: (key: readonly string[], by: readonly string[]) => boolean,
): number {
  return margin.categories.reduce(
    (sum, { key, population }) => (isIn(key, margin.by) ? sum + population : sum),
    0,
  );
}

function isSameTotal(left: number, right: number): boolean {
  return Math.abs(left - right) <= 1e-6 * Math.max(1, left);
}
