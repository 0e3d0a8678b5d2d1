/**
 * Serials in as few words as possible: consecutive ones as a range, at most `maximum` ranges, then how many more.
 * The serials have to be in order.
 * @example joinSerials(['1', '2', '3', '7'], 10) // '1~3、7'
 */
export function joinSerials(serials: readonly string[], maximum: number): string {
  const ranges: { first: number; last: number }[] = [];
  for (const serial of serials.map(Number)) {
    const range = ranges.at(-1);
    if (range?.last === serial - 1) range.last = serial;
    else ranges.push({ first: serial, last: serial });
  }
  const shown = ranges.slice(0, maximum);
  const nMore = ranges.slice(maximum).reduce((sum, { first, last }) => sum + last - first + 1, 0);
  const words = shown.map(({ first, last }) => (first === last ? `${first}` : `${first}~${last}`));
  return words.join('、') + (nMore > 0 ? `、ほか${nMore.toLocaleString('ja-JP')}票` : '');
}
