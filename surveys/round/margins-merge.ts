import {
  type Frame,
  type FrameMargin,
  listCategories,
  type Merge,
  nameCategory,
  nameMargin,
} from './frame.ts';

/** A category with people in the population but nobody among the respondents, and a merge that would help. */
export interface EmptyCategory {
  readonly margin: string;
  readonly category: string;
  /** The neighbour in the margin's own order; null when there is none. Offered, never applied by itself. */
  readonly offer: Merge | null;
}

/** How many respondents with a complete profile have these values of these dimensions. */
export type CountRespondents = (by: readonly string[], key: readonly string[]) => number;

export interface MergedMargins {
  readonly margins: readonly FrameMargin[];
  /** The approved merges that were needed, in order: shown beside the figures. */
  readonly applied: readonly Merge[];
  readonly empty: readonly EmptyCategory[];
  /** The category that a dimension's value counts as after the merges. */
  readonly resolve: (dimension: string, value: string) => string;
}

/**
 * Applies the frame's approved merges, each only when one of its two categories has no respondent in some
 * margin at its turn, to every margin of its dimension.
 *
 * `countRespondents` is asked about original categories and is summed over what was merged. What is still
 * without respondents is listed in `empty`: the caller refuses to weight then.
 */
export function mergeMargins(frame: Frame, countRespondents: CountRespondents): MergedMargins {
  const merged = new Map<string, string>();
  const resolve = (dimension: string, value: string): string => {
    const next = merged.get(`${dimension}=${value}`);
    return next === undefined ? value : resolve(dimension, next);
  };
  const applied: Merge[] = [];
  const listEmpty = () =>
    frame.margins.flatMap((margin) =>
      mergeCategories(margin, resolve)
        .categories.filter(({ key, population }) => population > 0 && countMerged(margin, key) === 0)
        .map(({ key }) => ({ margin, key })),
    );
  const countMerged = (margin: FrameMargin, key: readonly string[]) =>
    margin.categories
      .filter((category) => category.key.every((value, i) => resolve(margin.by[i] ?? '', value) === key[i]))
      .reduce((sum, category) => sum + countRespondents(margin.by, category.key), 0);
  for (const merge of frame.merges) {
    const { dimension } = merge;
    if (dimension === 'stratum') continue;
    const [from, into] = [resolve(dimension, merge.from), resolve(dimension, merge.into)];
    const isNeeded = listEmpty().some(({ margin, key }) => {
      const value = key[margin.by.indexOf(dimension)];
      return value === from || value === into;
    });
    if (!isNeeded || from === into) continue;
    merged.set(`${dimension}=${from}`, into);
    applied.push(merge);
  }
  return {
    margins: frame.margins.map((margin) => mergeCategories(margin, resolve)),
    applied,
    empty: listEmpty().map(({ margin, key }) => ({
      margin: nameMargin(margin),
      category: nameCategory(key),
      offer: offerMerge(mergeCategories(margin, resolve), key),
    })),
    resolve,
  };
}

function mergeCategories(
  margin: FrameMargin,
  resolve: (dimension: string, value: string) => string,
): FrameMargin {
  const categories = new Map<string, { key: string[]; population: number }>();
  for (const { key, population } of margin.categories) {
    const resolved = key.map((value, index) => resolve(margin.by[index] ?? '', value));
    const name = nameCategory(resolved);
    const known = categories.get(name);
    if (known) known.population += population;
    else categories.set(name, { key: resolved, population });
  }
  return { by: margin.by, categories: [...categories.values()] };
}

/** Age bands have neighbours; of a crossed category, the last dimension with more than two values is merged. */
function offerMerge(margin: FrameMargin, key: readonly string[]): Merge | null {
  const candidates = margin.by.map((dimension) => ({
    dimension,
    values: [...listCategories(margin, dimension)],
  }));
  const chosen =
    candidates.find(({ dimension }) => dimension === 'age') ??
    candidates.find(({ values }) => values.length > 2);
  if (!chosen) return null;
  const from = key[margin.by.indexOf(chosen.dimension)] ?? '';
  const index = chosen.values.indexOf(from);
  const into = chosen.values[index + 1] ?? chosen.values[index - 1];
  return into === undefined ? null : { dimension: chosen.dimension, from, into };
}
