/**
 * The number at an index that its caller has counted out; NaN where there is none, which spoils whatever is computed
 * from it, as a 0 would not. For the typed arrays of hot loops, where a check for each would be felt.
 * @example numberAt(Float64Array.of(0.5, 2), 1) // 2
 */
export function numberAt(numbers: Float64Array | Int32Array, index: number): number {
  return numbers[index] ?? Number.NaN;
}
