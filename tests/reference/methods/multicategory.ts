import { raoScott } from '#surveys/aggregation/estimate/rao-scott.ts';
import { chiSquareUpperTail, tQuantile } from '#surveys/aggregation/estimate/tail-probability.ts';
import {
  type WeightedDistribution,
  weightedDistribution,
} from '#surveys/aggregation/estimate/weighted-distribution.ts';
import { UnsupportedCase } from '../reference-case.ts';
import { filterRows, inDomain, isMissing, listLevels, type Row, readRows } from '../reference-data.ts';
import type { ReferenceSample } from '../reference-sample.ts';
import type { CaseContext, GotTable, Method } from './got.ts';
import { waldIndependence } from './wald-independence.ts';
import { domainDf, isInDomain, sampleOf } from './weighted-figure.ts';

/** Groups the rows of a domain by cell and category; `categoryOf` gives −1 for rows outside the base. */
export function categoryOutcomes(sample: ReferenceSample, categoryOf: (row: Row) => number) {
  const groups = new Map<string, { cell: number; category: number; n: number }>();
  sample.rows.forEach((row, index) => {
    const category = categoryOf(row);
    if (category < 0) return;
    const cell = sample.cellOfRow[index] as number;
    const key = `${cell} ${category}`;
    const group = groups.get(key);
    if (group) group.n += 1;
    else groups.set(key, { cell, category, n: 1 });
  });
  return [...groups.values()];
}

function requireDistribution(distribution: WeightedDistribution | null): WeightedDistribution {
  if (distribution === null) throw new RangeError('nobody in the base');
  return distribution;
}

const svymeanFactor: Method = (context) => {
  const { variable = '', level = 0.95 } = context.referenceCase.input;
  const sample = sampleOf(context);
  const isIn = isInDomain(context);
  const levels = listLevels(sample.rows.map((row) => row.get(variable) ?? 'NA'));
  const outcomes = categoryOutcomes(sample, (row) =>
    isIn(row) ? levels.indexOf(row.get(variable) ?? '') : -1,
  );
  const distribution = requireDistribution(weightedDistribution(sample, outcomes, levels.length));
  const { shares, standardErrors, covariance, weightedCounts, counts } = distribution;
  const df = domainDf(sample, isIn);
  const named = (values: readonly number[]) =>
    Object.fromEntries(levels.map((level, i) => [level, values[i] ?? 0]));
  const interval = (quantile: number): GotTable => ({
    rows: levels,
    cols: [(1 - level) / 2, (1 + level) / 2].map((p) => `${Number((100 * p).toPrecision(3))} %`),
    values: shares.map((share, i) => {
      const halfWidth = quantile * (standardErrors[i] ?? 0);
      return [share - halfWidth, share + halfWidth];
    }),
  });
  return {
    proportion: named(shares),
    se: named(standardErrors),
    ciNormal: interval(tQuantile((1 + level) / 2, Number.POSITIVE_INFINITY)),
    ciT: interval(tQuantile((1 + level) / 2, df)),
    df,
    weightedCount: named(weightedCounts),
    count: named(counts),
    covariance: { rows: levels, cols: levels, values: covariance },
  };
};

function crossed(context: CaseContext) {
  const { rows: rowColumn = '', columns: columnColumn = '' } = context.referenceCase.input;
  const sample = sampleOf(context);
  const isIn = isInDomain(context);
  const inBase = sample.rows.filter(isIn);
  const rows = listLevels(inBase.map((row) => row.get(rowColumn) ?? 'NA'));
  const cols = listLevels(inBase.map((row) => row.get(columnColumn) ?? 'NA'));
  const categoryOf = (row: Row) => {
    const [a, b] = [row.get(rowColumn), row.get(columnColumn)];
    if (!isIn(row) || isMissing(a) || isMissing(b)) return -1;
    return rows.indexOf(a ?? '') * cols.length + cols.indexOf(b ?? '');
  };
  const outcomes = categoryOutcomes(sample, categoryOf);
  const table = requireDistribution(weightedDistribution(sample, outcomes, rows.length * cols.length));
  // svychisq counts the rows of the design object: a calibrated one keeps all of them in a subset.
  const isWhole = sample.isCalibrated;
  const df = domainDf(sample, isWhole ? () => true : isIn);
  const n = isWhole ? sample.rows.length : inBase.length;
  return { sample, rows, cols, outcomes, table, df, n };
}

const crosstab: Method = (context) => {
  const { sample, rows, cols, outcomes, table } = crossed(context);
  const grid = (value: (index: number, row: number) => number): GotTable => ({
    rows,
    cols,
    values: rows.map((_, row) => cols.map((_, column) => value(row * cols.length + column, row))),
  });
  const rowTotal = (row: number) =>
    cols.reduce((sum, _, column) => sum + (table.weightedCounts[row * cols.length + column] ?? 0), 0);
  const rowErrors = rows.map((_, row) => {
    const own = outcomes
      .filter(({ category }) => Math.floor(category / cols.length) === row)
      .map(({ cell, category, n }) => ({ cell, category: category % cols.length, n }));
    return weightedDistribution(sample, own, cols.length)?.standardErrors ?? [];
  });
  return {
    weightedCount: grid((index) => table.weightedCounts[index] ?? 0),
    rowProportion: grid((index, row) => (table.weightedCounts[index] ?? 0) / rowTotal(row)),
    count: grid((index) => table.counts[index] ?? 0),
    scaledTo100: grid((index) => 100 * (table.shares[index] ?? 0)),
    rowSe: grid((index, row) => rowErrors[row]?.[index % cols.length] ?? 0),
  };
};

const svychisq: Method = (context) => {
  const { rows, cols, table, df, n } = crossed(context);
  const test = raoScott(table, { nRows: rows.length, nColumns: cols.length, df, n });
  if (test === null) throw new RangeError('a table with fewer than two rows or columns');
  if (context.referenceCase.method === 'svychisq-Chisq') {
    return { statistic: test.pearson, pValue: test.firstOrder.pValue, df: test.firstOrder.df };
  }
  return { statistic: test.f, pValue: test.pValue, ndf: test.df1, ddf: test.df2 };
};

const svychisqWald: Method = (context) => {
  const { sample, rows, cols, outcomes, df } = crossed(context);
  const isAdjusted = context.referenceCase.method === 'svychisq-adjWald';
  return waldIndependence(sample, outcomes, { nRows: rows.length, nColumns: cols.length, df, isAdjusted });
};

/** Pearson's χ² of plain counts; Yates' correction for two by two. */
const chisqTest: Method = ({ referenceCase, folder }) => {
  const {
    data,
    rowFilter,
    domain,
    rows: rowColumn = '',
    columns: columnColumn = '',
    correct,
  } = referenceCase.input;
  if (typeof data !== 'string') throw new UnsupportedCase('no data');
  const answered = filterRows(readRows(folder, data), rowFilter).filter(
    (row) => inDomain(row, domain) && !isMissing(row.get(rowColumn)) && !isMissing(row.get(columnColumn)),
  );
  const rows = listLevels(answered.map((row) => row.get(rowColumn) ?? ''));
  const cols = listLevels(answered.map((row) => row.get(columnColumn) ?? ''));
  const count = (isIn: (row: Row) => boolean) => answered.filter(isIn).length;
  const expected = rows.map((a) =>
    cols.map(
      (b) =>
        (count((row) => row.get(rowColumn) === a) * count((row) => row.get(columnColumn) === b)) /
        answered.length,
    ),
  );
  const gaps = rows.flatMap((a, i) =>
    cols.map((b, j) => {
      const observed = count((row) => row.get(rowColumn) === a && row.get(columnColumn) === b);
      return { gap: Math.abs(observed - (expected[i]?.[j] ?? 0)), mean: expected[i]?.[j] ?? 0 };
    }),
  );
  const isTwoByTwo = rows.length === 2 && cols.length === 2;
  const correction = correct && isTwoByTwo ? Math.min(0.5, ...gaps.map(({ gap }) => gap)) : 0;
  const statistic = gaps.reduce((sum, { gap, mean }) => sum + (gap - correction) ** 2 / mean, 0);
  const df = (rows.length - 1) * (cols.length - 1);
  return {
    statistic,
    df,
    pValue: chiSquareUpperTail(statistic, df),
    expected: { rows, cols, values: expected },
  };
};

export const multicategoryMethods: { readonly [method: string]: Method } = {
  'svymean-factor': svymeanFactor,
  crosstab,
  'svychisq-F': svychisq,
  'svychisq-Chisq': svychisq,
  'svychisq-Wald': svychisqWald,
  'svychisq-adjWald': svychisqWald,
  'chisq-test-unweighted': chisqTest,
  'chisq-test-unweighted-cc': chisqTest,
};
