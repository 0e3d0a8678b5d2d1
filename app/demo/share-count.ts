import { formatPercent } from '#surveys/evaluation/display.ts';

/** Positives and base of a share. */
export interface ShareCount {
  readonly x: number;
  readonly n: number;
}

/**
 * The largest base up to `maximum` in which some whole number of positives shows the wanted percentage to one
 * decimal.
 * @throws {RangeError} when no base reaches it
 */
export function exactShareCount(wantedPercent: string, maximum: number): ShareCount {
  const wanted = Number(wantedPercent).toFixed(1);
  for (let n = maximum; n > 0; n -= 1) {
    const x = Math.round((Number(wantedPercent) / 100) * n);
    if (formatPercent(x, n) === wanted) return { x, n };
  }
  throw new RangeError(`no base up to ${maximum} shows ${wanted} %`);
}

/** The whole number of positives nearest to a percentage of a base. */
export const nearShareCount = (percent: string, n: number): ShareCount => ({
  x: Math.round((Number(percent) / 100) * n),
  n,
});
