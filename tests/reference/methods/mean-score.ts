import { meanInterval, meanOfScores } from '#surveys/aggregation/estimate/mean.ts';
import { UnsupportedCase } from '../reference-case.ts';
import { isMissing, numberOf, readRows } from '../reference-data.ts';
import type { CaseContext, Got, Method } from './got.ts';

const tInterval: Method = (context: CaseContext): Got => {
  const { level = 0.95 } = context.referenceCase.input;
  const moments = meanOfScores(listValues(context).map((score) => ({ score, n: 1 })));
  const interval = meanInterval(moments, { level, populationSize: null });
  if (interval === null) throw new RangeError('fewer than two different values');
  const { n, mean, sd } = moments;
  return {
    n,
    estimate: mean ?? Number.NaN,
    sd: sd ?? Number.NaN,
    se: (sd ?? Number.NaN) / Math.sqrt(n),
    df: n - 1,
    lower: interval.lower,
    upper: interval.upper,
  };
};

function listValues({ referenceCase, folder }: CaseContext): readonly number[] {
  const { values, data, variable = '' } = referenceCase.input;
  if (values) return values;
  if (typeof data !== 'string') throw new UnsupportedCase('no values');
  return readRows(folder, data)
    .filter((row) => !isMissing(row.get(variable)))
    .map((row) => numberOf(row, variable) ?? 0);
}

export const meanScoreMethods: { readonly [method: string]: Method } = { 't-interval-unweighted': tInterval };
