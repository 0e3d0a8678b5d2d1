/**
 * R's `spline()` with its default ends: the cubic spline whose end slopes come from the cubic through the four
 * outermost points (Forsythe, Malcolm & Moler 1977, Computer Methods for Mathematical Computations, 4.4).
 */
export function interpolate(x: readonly number[], y: readonly number[]): (at: number) => number {
  const n = x.length;
  const at = (list: readonly number[], index: number) => list[index] ?? 0;
  const gaps = x.slice(1).map((value, index) => value - at(x, index));
  const slopes = gaps.map((gap, index) => (at(y, index + 1) - at(y, index)) / gap);
  const diagonal = x.map((_, i) => 2 * (at(gaps, i - 1) + at(gaps, i)));
  const curvature = x.map((_, i) => at(slopes, i) - at(slopes, i - 1));
  diagonal[0] = -at(gaps, 0);
  diagonal[n - 1] = -at(gaps, n - 2);
  const third = (i: number) =>
    at(curvature, i + 1) / (at(x, i + 2) - at(x, i)) - at(curvature, i) / (at(x, i + 1) - at(x, i - 1));
  const first = (third(1) * at(gaps, 0) ** 2) / (at(x, 3) - at(x, 0));
  const last = (-third(n - 3) * at(gaps, n - 2) ** 2) / (at(x, n - 1) - at(x, n - 4));
  curvature[0] = first;
  curvature[n - 1] = last;
  for (let i = 1; i < n; i++) {
    const factor = at(gaps, i - 1) / at(diagonal, i - 1);
    diagonal[i] = at(diagonal, i) - factor * at(gaps, i - 1);
    curvature[i] = at(curvature, i) - factor * at(curvature, i - 1);
  }
  for (let i = n - 1; i >= 0; i--) {
    const following = i === n - 1 ? 0 : at(gaps, i) * at(curvature, i + 1);
    curvature[i] = (at(curvature, i) - following) / at(diagonal, i);
  }
  return (point) => {
    let i = x.findIndex((value) => value > point) - 1;
    if (i < 0) i = point <= at(x, 0) ? 0 : n - 2;
    const gap = at(gaps, i);
    const dx = point - at(x, i);
    const slope = at(slopes, i) - gap * (at(curvature, i + 1) + 2 * at(curvature, i));
    const cubic = (at(curvature, i + 1) - at(curvature, i)) / gap;
    return at(y, i) + dx * (slope + dx * (3 * at(curvature, i) + dx * cubic));
  };
}

/** R's `approx()`: the straight line between the neighbours of `wanted` among increasing `x`. */
export function lookUp(x: readonly number[], y: readonly number[], wanted: number): number {
  const next = x.findIndex((value) => value >= wanted);
  if (next < 1) throw new RangeError('the profile does not reach the level');
  const [x0 = 0, x1 = 0, y0 = 0, y1 = 0] = [x[next - 1], x[next], y[next - 1], y[next]];
  return y0 + ((y1 - y0) * (wanted - x0)) / (x1 - x0);
}
