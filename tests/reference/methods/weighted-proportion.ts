import { type ShareIntervalMethod, shareInterval } from '#surveys/aggregation/estimate/share-interval.ts';
import { tQuantile } from '#surveys/aggregation/estimate/tail-probability.ts';
import type { LonelyStratum } from '#surveys/aggregation/estimate/variance.ts';
import type { WeightedMean } from '#surveys/aggregation/estimate/weighted-mean.ts';
import { wilson } from '#surveys/aggregation/estimate/wilson.ts';
import { listLevels, type Row } from '../reference-data.ts';
import type { ReferenceSample } from '../reference-sample.ts';
import type { CaseContext, Got, GotRecord, Method } from './got.ts';
import { fitLogistic } from './irls-estimate.ts';
import { likelihoodInterval } from './likelihood-interval.ts';
import { domainDf, isInDomain, outcomesOf, requireMean, rowsOfSubset, sampleOf } from './weighted-figure.ts';

function figure(context: CaseContext) {
  const sample = sampleOf(context);
  const isIn = isInDomain(context);
  const variable = context.referenceCase.input.variable ?? '';
  const mean = requireMean(sample, outcomesOf(sample, variable, isIn));
  return { sample, isIn, mean, df: domainDf(sample, isIn) };
}

/** R's two design effects: against sampling without and with replacement of as many people. */
export function designEffects({ variance, spread, base }: WeightedMean) {
  const { n, sumWeights } = base;
  // A unanimous base has no spread and no variance for a design to inflate.
  if (spread === 0) return { deff: 0, deffReplace: 0 };
  return {
    deff: variance / ((spread * (sumWeights - n)) / (sumWeights * n)),
    deffReplace: variance / (spread / n),
  };
}

const svymean: Method = (context): Got => {
  const { mean, df, sample, isIn } = figure(context);
  const nRows = sample.rows.filter(isIn).length;
  const { value, standardError: se, base } = mean;
  const p = (1 + (context.referenceCase.input.level ?? 0.95)) / 2;
  const [z, t] = [tQuantile(p, Number.POSITIVE_INFINITY), tQuantile(p, df)];
  return {
    estimate: value,
    se,
    ...designEffects(mean),
    df,
    n: base.n,
    x: mean.sumY,
    sumWeights: base.sumWeights,
    kishDeff: base.kishDeff,
    nEffKish: base.effectiveN,
    nDesign: sample.rows.length,
    lowerNormal: value - z * se,
    upperNormal: value + z * se,
    lowerT: value - t * se,
    upperT: value + t * se,
    lowerT90: value - tQuantile(0.95, df) * se,
    upperT90: value + tQuantile(0.95, df) * se,
    // R's svyvar takes n from all rows of the subset, answered or not.
    variance: (mean.spread * (base.n - 1) * nRows) / base.n / (nRows - 1),
  };
};

interface IntervalRequest {
  readonly method: ShareIntervalMethod;
  readonly sample: ReferenceSample;
  readonly isIn: (row: Row) => boolean;
  readonly mean: WeightedMean;
  readonly df: number;
  readonly level: number;
}

function intervalOf({ method, sample, isIn, mean, df, level }: IntervalRequest) {
  const interval = shareInterval(method, {
    value: mean.value,
    standardError: mean.standardError,
    df,
    n: method === 'beta' ? rowsOfSubset(sample, isIn) : mean.base.n,
    effectiveN: mean.base.effectiveN,
    level,
  });
  if (interval === null) throw new RangeError('no interval');
  return interval;
}

function intervalMethod(method: ShareIntervalMethod, estimateOf?: (context: CaseContext) => number): Method {
  return (context) => {
    const { sample, isIn, mean, df: degf } = figure(context);
    const { level = 0.95, df: asked = 'degf' } = context.referenceCase.input;
    const df = asked === 'degf' ? degf : asked === 'Inf' ? Number.POSITIVE_INFINITY : Number(asked);
    const { lower, upper } = intervalOf({ method, sample, isIn, mean, df, level });
    const estimate = estimateOf?.(context) ?? mean.value;
    return { estimate, lower, upper, df, lowerTight: lower, upperTight: upper };
  };
}

function fitOf(context: CaseContext) {
  const { sample, isIn, mean, df } = figure(context);
  const { variable = '' } = context.referenceCase.input;
  const nRows = sample.isCalibrated ? sample.rows.length : mean.base.n;
  return { mean, df, fit: fitLogistic(sample, outcomesOf(sample, variable, isIn), nRows) };
}

const likelihood: Method = (context) => {
  const { mean, df, fit } = fitOf(context);
  if (mean.spread === 0 || mean.variance === 0 || df < 1) throw new RangeError('no interval');
  const { level = 0.95 } = context.referenceCase.input;
  const [lower, upper] = likelihoodInterval({ fit, variance: mean.variance, n: mean.base.n, df, level });
  return { estimate: fit.share, lower, upper, df };
};

function wilsonOnEffectiveSize(sizeOf: (mean: WeightedMean) => number): Method {
  return (context) => {
    const { mean } = figure(context);
    const nEff = sizeOf(mean);
    const { level = 0.95 } = context.referenceCase.input;
    const interval = wilson({ x: mean.value * nEff, n: nEff, level });
    return { estimate: mean.value, nEff, lower: interval?.lower ?? 0, upper: interval?.upper ?? 1 };
  };
}

/** One record per group of `by`, as svyby gives them. */
function byGroup(
  record: (context: CaseContext, sample: ReferenceSample, isIn: (row: Row) => boolean) => GotRecord,
): Method {
  return (context) => {
    const { by = '' } = context.referenceCase.input;
    const sample = sampleOf(context);
    const isInCase = isInDomain(context);
    const groups = listLevels(sample.rows.filter(isInCase).map((row) => row.get(by) ?? 'NA'));
    const rows = groups.map((group) => ({
      group,
      ...record(context, sample, (row) => isInCase(row) && row.get(by) === group),
    }));
    return { rows };
  };
}

function byMean(context: CaseContext, sample: ReferenceSample, isIn: (row: Row) => boolean): GotRecord {
  const { variable = '', level = 0.95 } = context.referenceCase.input;
  const { value, standardError: se } = requireMean(sample, outcomesOf(sample, variable, isIn));
  const t = tQuantile((1 + level) / 2, domainDf(sample, isInDomain(context)));
  return { estimate: value, se, lowerT: value - t * se, upperT: value + t * se };
}

function byInterval(method: ShareIntervalMethod) {
  return (context: CaseContext, sample: ReferenceSample, isIn: (row: Row) => boolean): GotRecord => {
    const { variable = '', level = 0.95 } = context.referenceCase.input;
    const mean = requireMean(sample, outcomesOf(sample, variable, isIn));
    const df = domainDf(sample, isIn);
    const { lower, upper } = intervalOf({ method, sample, isIn, mean, df, level });
    return { estimate: mean.value, lower, upper };
  };
}

const lonelyPsu: Method = (context) => {
  const { lonelyPsu: rule = 'fail', variable = '', level = 0.95 } = context.referenceCase.input;
  const lonely = rule === 'certainty' ? 'remove' : (rule as LonelyStratum);
  const sample = sampleOf(context);
  const mean = requireMean(
    sample,
    outcomesOf(sample, variable, () => true),
    lonely,
  );
  const df = domainDf(sample, () => true);
  const { lower, upper } = intervalOf({ method: 'logit', sample, isIn: () => true, mean, df, level });
  return { estimate: mean.value, se: mean.standardError, df, lower, upper };
};

export const weightedProportionMethods: { readonly [method: string]: Method } = {
  svymean,
  'svymean-deffTRUE': svymean,
  'svyciprop-logit': intervalMethod('logit', (context) => fitOf(context).fit.share),
  'svyciprop-xlogit': intervalMethod('logit'),
  'svyciprop-beta': intervalMethod('beta'),
  'svyciprop-mean': intervalMethod('mean'),
  'svyciprop-asin': intervalMethod('asin'),
  'svyciprop-likelihood': likelihood,
  'wilson-neff-kish': wilsonOnEffectiveSize((mean) => mean.base.effectiveN),
  'wilson-neff-deff': wilsonOnEffectiveSize((mean) => mean.base.n / designEffects(mean).deffReplace),
  'svyby-svymean': byGroup(byMean),
  'svyby-svyciprop-logit': byGroup(byInterval('logit')),
  'svyby-svyciprop-beta': byGroup(byInterval('beta')),
  'lonely-psu': lonelyPsu,
};
