/**
 * The item at an index that its caller has counted out; for one that may be absent, `items[index]` says so.
 * @throws {RangeError} where there is none
 * @example itemAt(['a', 'b'], 1) // 'b'
 */
export function itemAt<Item extends NonNullable<unknown> | null>(
  items: readonly Item[],
  index: number,
): Item {
  const item = items[index];
  if (item === undefined) throw new RangeError(`no item ${index} of ${items.length}`);
  return item;
}
