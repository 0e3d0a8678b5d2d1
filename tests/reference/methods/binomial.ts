import betaQuantile from '@stdlib/stats-base-dists-beta-quantile';
import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { agrestiCoull } from '#surveys/aggregation/estimate/agresti-coull.ts';
import { clopperPearson } from '#surveys/aggregation/estimate/clopper-pearson.ts';
import { jeffreys } from '#surveys/aggregation/estimate/jeffreys.ts';
import { oneProportionTest } from '#surveys/aggregation/estimate/proportion-test.ts';
import { tQuantile } from '#surveys/aggregation/estimate/tail-probability.ts';
import { wald } from '#surveys/aggregation/estimate/wald.ts';
import { wilson, wilsonFinite } from '#surveys/aggregation/estimate/wilson.ts';
import type { CaseContext, Got, Method } from './got.ts';

function sizes({ referenceCase }: CaseContext) {
  const { x, n, N, level } = referenceCase.input;
  return { x: Number(x), n: Number(n), N: Number(N), level: Number(level) };
}

function ends(interval: { lower: number; upper: number } | null): { lower: number; upper: number } {
  if (interval === null) throw new RangeError('no interval');
  return { lower: interval.lower, upper: interval.upper };
}

export const binomialMethods: { readonly [method: string]: Method } = {
  wilson: (context) => {
    const { x, n, level } = sizes(context);
    return { estimate: x / n, ...ends(wilson({ x, n, level })) };
  },
  'wilson-cc': (context) => {
    const { x, n, level } = sizes(context);
    const test = oneProportionTest({ x, n, p0: 0.5, alternative: 'two-sided', level, isCorrected: true });
    return { estimate: x / n, ...ends(test) };
  },
  'clopper-pearson': (context) => {
    const { x, n, level } = sizes(context);
    return { estimate: x / n, ...ends(clopperPearson({ x, n, level })) };
  },
  'agresti-coull': (context) => {
    const { x, n, level } = sizes(context);
    const clipped = ends(agrestiCoull({ x, n, level }));
    const z = normalQuantile((1 + level) / 2, 0, 1);
    const size = n + z * z;
    const centre = (x + (z * z) / 2) / size;
    const halfWidth = z * Math.sqrt((centre * (1 - centre)) / size);
    // The product cuts the ends at 0 and 1; the unclipped ones are only R's.
    return {
      estimate: x / n,
      centre,
      lower: centre - halfWidth,
      upper: centre + halfWidth,
      lowerClipped: clipped.lower,
      upperClipped: clipped.upper,
    };
  },
  jeffreys: (context) => {
    const { x, n, level } = sizes(context);
    const product = ends(jeffreys({ x, n, level }));
    return {
      estimate: x / n,
      lower: x > 0 ? product.lower : betaQuantile((1 - level) / 2, x + 0.5, n - x + 0.5),
      upper: x < n ? product.upper : betaQuantile((1 + level) / 2, x + 0.5, n - x + 0.5),
      lowerBCD: product.lower,
      upperBCD: product.upper,
    };
  },
  wald: (context) => {
    const { x, n, level } = sizes(context);
    return { estimate: x / n, ...ends(wald({ x, n, level, populationSize: null })) };
  },
  'wilson-fpc-N1': (context) => {
    const { x, n, N, level } = sizes(context);
    const interval = ends(wilsonFinite({ x, n, level, populationSize: N }));
    return { f: (N - n) / (N - 1), estimate: x / n, ...interval };
  },
  'wilson-fpc-cochran': (context) => {
    const { x, n, N, level } = sizes(context);
    const f = 1 - n / N;
    if (f === 0) return { f, estimate: x / n, ...ends(wilsonFinite({ x, n, level, populationSize: N })) };
    return { f, estimate: x / n, ...ends(wilson({ x: x / f, n: n / f, level })) };
  },
  'normal-fpc-N1': (context) => {
    const { x, n, N, level } = sizes(context);
    const p = x / n;
    const se = Math.sqrt((((N - n) / (N - 1)) * p * (1 - p)) / n);
    return { estimate: p, se, ...ends(wald({ x, n, level, populationSize: N })) };
  },
  'normal-fpc-cochran': (context): Got => {
    const { x, n, N, level } = sizes(context);
    const p = x / n;
    const se = Math.sqrt(((1 - n / N) * p * (1 - p)) / (n - 1));
    const z = normalQuantile((1 + level) / 2, 0, 1) * se;
    const t = tQuantile((1 + level) / 2, n - 1) * se;
    return {
      estimate: p,
      se,
      seFormula: se,
      lower: p - z,
      upper: p + z,
      lowerT: p - t,
      upperT: p + t,
      df: n - 1,
    };
  },
};
