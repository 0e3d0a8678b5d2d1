import { summariseWeights, type WeightSummary } from '#surveys/aggregation/estimate/kish.ts';
import { UnsupportedCase } from '../reference-case.ts';
import { listLevels, type Row } from '../reference-data.ts';
import type { ReferenceSample } from '../reference-sample.ts';
import type { CaseContext, Got, GotRecord, GotTable, Method } from './got.ts';
import { domainDf, outcomesOf, requireMean, sampleOf } from './weighted-figure.ts';

/** Weights, achieved margins and means with their errors after the calibration of a case. */
export const calibrationMethod: Method = (context: CaseContext): Got => {
  const sample = sampleOf(context);
  const { calibration, variables = [] } = context.referenceCase.input;
  if (!calibration) throw new UnsupportedCase('no calibration');
  const weights = sample.cellOfRow.map((cell) => sample.weights[cell] as number);
  const summary = summariseWeights(weights.map((weight) => ({ weight, n: 1 }))) as WeightSummary;
  const got: { [key: string]: Got[string] } = {
    weights,
    sumWeights: summary.sumWeights,
    minWeight: summary.minWeight,
    maxWeight: summary.maxWeight,
    kishDeff: summary.kishDeff,
    df: domainDf(sample, () => true),
  };
  for (const { by } of calibration.margins) {
    got[`margin:${by.join('*')}`] = by.length === 1 ? oneWay(sample, by[0] ?? '') : twoWay(sample, by);
  }
  for (const variable of variables) {
    const mean = requireMean(
      sample,
      outcomesOf(sample, variable, () => true),
    );
    got[`mean:${variable}`] = mean.value;
    got[`se:${variable}`] = mean.standardError;
  }
  return got;
};

function weightedSum(sample: ReferenceSample, isIn: (row: Row) => boolean): number {
  return sample.rows.reduce(
    (sum, row, index) => (isIn(row) ? sum + (sample.weights[sample.cellOfRow[index] as number] ?? 0) : sum),
    0,
  );
}

function oneWay(sample: ReferenceSample, column: string): GotRecord {
  const levels = listLevels(sample.rows.map((row) => row.get(column) ?? 'NA'));
  return Object.fromEntries(
    levels.map((level) => [level, weightedSum(sample, (row) => row.get(column) === level)]),
  );
}

function twoWay(sample: ReferenceSample, [first = '', second = '']: readonly string[]): GotTable {
  const rows = listLevels(sample.rows.map((row) => row.get(first) ?? 'NA'));
  const cols = listLevels(sample.rows.map((row) => row.get(second) ?? 'NA'));
  const values = rows.map((a) =>
    cols.map((b) => weightedSum(sample, (row) => row.get(first) === a && row.get(second) === b)),
  );
  return { rows, cols, values };
}
