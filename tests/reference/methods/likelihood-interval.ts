import normalQuantile from '@stdlib/stats-base-dists-normal-quantile';
import { normalUpperTail, tQuantile } from '#surveys/aggregation/estimate/tail-probability.ts';
import type { LogisticFit } from './irls-estimate.ts';
import { interpolate, lookUp } from './r-spline.ts';

interface LikelihoodInput {
  readonly fit: LogisticFit;
  /** Design variance of the share. */
  readonly variance: number;
  readonly n: number;
  readonly df: number;
  readonly level: number;
}

/**
 * The profile likelihood interval of R's `svyciprop(method = "likelihood")`: the deviance, scaled for the design
 * (Rao–Scott), on MASS's grid of at most nine steps a side, joined by a spline and read off in straight lines.
 * The product does not offer it; the grid shows in the fourth digit.
 */
export function likelihoodInterval({ fit, variance, n, df, level }: LikelihoodInput): [number, number] {
  const { share: p, lastButOne: q, deviance } = fit;
  const centre = Math.log(p / (1 - p));
  const designError = Math.sqrt(variance) / (p * (1 - p));
  const scale = designError * Math.sqrt(n * q * (1 - q));
  const cutoff = tQuantile((1 - level) / 2, df) * scale;
  const tail = normalUpperTail(-cutoff);
  const largest = tQuantile(1 - tail / 4, n - 1);
  const dispersion = n / (n - 1);
  const points: [number, number][] = [[centre, 0]];
  for (const sign of [-1, 1]) {
    let z = 0;
    for (let step = 1; step < 10 && Math.abs(z) < largest; step++) {
      const logit = centre + (sign * step * largest * designError) / 5;
      const gap = deviance(1 / (1 + Math.exp(-logit))) - deviance(p);
      z = sign * Math.sqrt(Math.max(0, gap / dispersion));
      points.push([logit, z]);
    }
  }
  points.sort((a, b) => a[0] - b[0]);
  const xs = points.map(([logit]) => logit);
  const curve = interpolate(
    xs,
    points.map(([, z]) => z),
  );
  const [low = 0, high = 0] = [xs[0], xs.at(-1)];
  const size = 3 * xs.length;
  const grid = Array.from({ length: size }, (_, index) => low + ((high - low) * index) / (size - 1));
  const heights = grid.map(curve);
  const limit = normalQuantile(tail, 0, 1);
  const end = (z: number) => 1 / (1 + Math.exp(-lookUp(heights, grid, z)));
  return [end(limit), end(-limit)];
}
