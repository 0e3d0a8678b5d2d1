import { tUpperTail } from './tail-probability.ts';

/**
 * One-sided p-value that a weighted share lies above its target, on the logit scale of its interval.
 *
 * Small means the target is reached beyond sampling error; consistent with the class: p ≤ 0.05 exactly when
 * the one-sided 95 % lower bound is at or above the target. Share and target 0–1 exclusive; null at a share of
 * 0 or 1, without an error, or with df < 1 (the interval is then not a logit one).
 * Source: as the reference cases `target-logit`, from R's `survey::svyciprop(method = "xlogit")`.
 * @example targetPValue({ value: 0.53, standardError: 0.02, df: 100, target: 0.5 }) // 0.068849…
 */
export function targetPValue(input: {
  readonly value: number;
  readonly standardError: number;
  readonly df: number;
  readonly target: number;
}): number | null {
  const { value, standardError, df, target } = input;
  if (value <= 0 || value >= 1 || target <= 0 || target >= 1 || standardError === 0 || !(df > 0)) return null;
  const logit = (share: number) => Math.log(share / (1 - share));
  return tUpperTail(((logit(value) - logit(target)) * value * (1 - value)) / standardError, df);
}
