/**
 * Holm's adjustment of the p-values of figures that are shown together, in the order given.
 *
 * Each result is at most 1 and never below its own p. An empty list stays empty.
 * Source: Holm (1979), Scandinavian Journal of Statistics 6, 65–70; equals R's `p.adjust(p, "holm")`.
 *
 * @example adjustByHolm([0.01, 0.04, 0.03]) // [0.03, 0.06, 0.06]
 */
export function adjustByHolm(pValues: readonly number[]): number[] {
  const order = pValues.map((_, index) => index).sort((a, b) => (pValues[a] ?? 0) - (pValues[b] ?? 0));
  const adjusted = new Array<number>(pValues.length);
  let running = 0;
  order.forEach((index, rank) => {
    running = Math.max(running, Math.min(1, (pValues.length - rank) * (pValues[index] ?? 0)));
    adjusted[index] = running;
  });
  return adjusted;
}
