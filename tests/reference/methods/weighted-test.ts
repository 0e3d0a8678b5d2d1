import { compareWeighted } from '#surveys/aggregation/estimate/compare-rounds.ts';
import { shareInterval } from '#surveys/aggregation/estimate/share-interval.ts';
import { tQuantile, tUpperTail } from '#surveys/aggregation/estimate/tail-probability.ts';
import { covarianceOfTotals } from '#surveys/aggregation/estimate/variance.ts';
import type { WeightedMean } from '#surveys/aggregation/estimate/weighted-mean.ts';
import { UnsupportedCase } from '../reference-case.ts';
import { listLevels } from '../reference-data.ts';
import type { CaseContext, Got, Method } from './got.ts';
import { domainDf, isInDomain, outcomesOf, requireMean, sampleOf } from './weighted-figure.ts';

function roundFigures(context: CaseContext): readonly { mean: WeightedMean; df: number }[] {
  const { data, variable = '' } = context.referenceCase.input;
  if (!Array.isArray(data)) throw new UnsupportedCase('two rounds need two data files');
  return data.map((path) => {
    const { referenceCase } = context;
    const round = {
      ...context,
      referenceCase: { ...referenceCase, input: { ...referenceCase.input, data: path } },
    };
    const sample = sampleOf(round);
    const isIn = isInDomain(round);
    const mean = requireMean(sample, outcomesOf(sample, variable, isIn));
    // Where both rounds stand in one design, R needs the unanswered rows taken out first.
    const isOneDesign = context.referenceCase.method !== 'two-round-independent';
    return { mean, df: isOneDesign ? mean.df : domainDf(sample, isIn) };
  });
}

const twoRounds: Method = (context): Got => {
  const [first, second] = roundFigures(context);
  if (!first || !second) throw new UnsupportedCase('two rounds need two data files');
  const { level = 0.95 } = context.referenceCase.input;
  const compared = compareWeighted(first.mean, second.mean, level);
  const difference = compared.value;
  const se = Math.hypot(first.mean.standardError, second.mean.standardError);
  const isGlm = context.referenceCase.method === 'two-round-svyttest';
  // R's svyttest counts its two coefficients against the degrees of freedom of the design.
  const df = first.df + second.df - (isGlm ? 1 : 0);
  const t = difference / se;
  const quantile = tQuantile((1 + level) / 2, df);
  return {
    estimate1: first.mean.value,
    estimate2: second.mean.value,
    se1: first.mean.standardError,
    se2: second.mean.standardError,
    difference,
    se,
    df,
    z: t,
    t,
    pZ: compared.pValue,
    pT: 2 * tUpperTail(Math.abs(t), df),
    pValue: 2 * tUpperTail(Math.abs(t), df),
    pGreaterT: tUpperTail(t, df),
    lowerZ: compared.lower,
    upperZ: compared.upper,
    lowerT: difference - quantile * se,
    upperT: difference + quantile * se,
    lower: difference - quantile * se,
    upper: difference + quantile * se,
  };
};

function targetFigure(context: CaseContext) {
  const { variable = '', p0 = 0.5 } = context.referenceCase.input;
  const sample = sampleOf(context);
  const isIn = isInDomain(context);
  const mean = requireMean(sample, outcomesOf(sample, variable, isIn));
  return { mean, p0, df: domainDf(sample, isIn) };
}

const targetT: Method = (context) => {
  const { mean, p0, df } = targetFigure(context);
  const { value, standardError: se } = mean;
  const t = (value - p0) / se;
  return {
    estimate: value,
    se,
    df,
    t,
    pGreater: tUpperTail(t, df),
    pTwoSided: 2 * tUpperTail(Math.abs(t), df),
    lower95: value - tQuantile(0.95, df) * se,
  };
};

const targetLogit: Method = (context) => {
  const { mean, p0, df } = targetFigure(context);
  const { value: p, standardError: se, base } = mean;
  const logit = (share: number) => Math.log(share / (1 - share));
  const t = ((logit(p) - logit(p0)) * p * (1 - p)) / se;
  const sizes = { n: base.n, effectiveN: base.effectiveN };
  const bounds = shareInterval('logit', { value: p, standardError: se, df, ...sizes, level: 0.9 });
  return {
    estimate: p,
    seLogit: se / (p * (1 - p)),
    t,
    pGreater: tUpperTail(t, df),
    lower95: bounds?.lower ?? Number.NaN,
  };
};

const targetSvyttest: Method = (context) => {
  const { mean, p0, df: degf } = targetFigure(context);
  const df = degf - 1;
  const { value, standardError: se } = mean;
  const t = (value - p0) / se;
  const halfWidth = tQuantile(0.975, df) * se;
  return {
    estimateMinusP0: value - p0,
    t,
    df,
    pTwoSided: 2 * tUpperTail(Math.abs(t), df),
    lower: value - p0 - halfWidth,
    upper: value - p0 + halfWidth,
  };
};

/** Difference of the means of two groups of one sample: their errors are correlated through the strata. */
const twoGroups: Method = (context) => {
  const { variable = '', group = '' } = context.referenceCase.input;
  const sample = sampleOf(context);
  const levels = listLevels(sample.rows.map((row) => row.get(group) ?? 'NA'));
  const outcomes = levels.map((level) => outcomesOf(sample, variable, (row) => row.get(group) === level));
  const means = outcomes.map((list) => requireMean(sample, list));
  const groups = outcomes.flatMap((list, index) => {
    const mean = means[index] as WeightedMean;
    const sign = index === 0 ? -1 : 1;
    return list.map(({ cell, y, n }) => ({ cell, n, u: [(sign * (y - mean.value)) / mean.base.sumWeights] }));
  });
  const { matrix } = covarianceOfTotals(sample, groups, { nTotals: 1 });
  const difference = (means[1]?.value ?? 0) - (means[0]?.value ?? 0);
  const t = difference / Math.sqrt(matrix[0]?.[0] ?? 0);
  const df = domainDf(sample, () => true) - 1;
  return { difference, t, df, pValue: 2 * tUpperTail(Math.abs(t), df) };
};

const total: Method = (context) => {
  const { variable = '' } = context.referenceCase.input;
  const sample = sampleOf(context);
  const outcomes = outcomesOf(sample, variable, isInDomain(context));
  const estimate = outcomes.reduce((sum, { cell, y, n }) => sum + n * y * (sample.weights[cell] ?? 0), 0);
  const { matrix } = covarianceOfTotals(
    sample,
    outcomes.map(({ cell, y, n }) => ({ cell, n, u: [y] })),
    { nTotals: 1 },
  );
  return { estimate, se: Math.sqrt(matrix[0]?.[0] ?? 0) };
};

export const weightedTestMethods: { readonly [method: string]: Method } = {
  'two-round-independent': twoRounds,
  'two-round-svycontrast': twoRounds,
  'two-round-svycontrast-narm': twoRounds,
  'two-round-svyttest': twoRounds,
  'target-t': targetT,
  'target-logit': targetLogit,
  'target-svyttest': targetSvyttest,
  svyttest: twoGroups,
  svytotal: total,
};
