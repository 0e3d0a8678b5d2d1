/**
 * Spreads letters over strata in proportion to their population: whole numbers that add up to `nLetters`, by
 * largest remainders, the earlier stratum first where remainders are equal. No stratum gets more letters than
 * it has people; what it cannot take goes to the others. Empty without strata.
 * @throws {RangeError} for more letters than people
 * @example allocateLetters(10, [100, 100, 100]) // [4, 3, 3]
 */
export function allocateLetters(nLetters: number, populations: readonly number[]): readonly number[] {
  const total = populations.reduce((sum, population) => sum + population, 0);
  if (populations.length === 0) return [];
  if (nLetters > total) throw new RangeError(`${nLetters} letters for ${total} people`);
  const exact = populations.map((population) => (nLetters * population) / total);
  const letters = exact.map(Math.floor);
  const nLeft = nLetters - letters.reduce((sum, n) => sum + n, 0);
  const byRemainder = exact
    .map((value, index) => ({ index, remainder: value - Math.floor(value) }))
    .filter(({ index }) => (letters[index] ?? 0) < (populations[index] ?? 0))
    .sort((a, b) => b.remainder - a.remainder || a.index - b.index);
  for (const { index } of byRemainder.slice(0, nLeft)) letters[index] = (letters[index] ?? 0) + 1;
  return letters;
}
