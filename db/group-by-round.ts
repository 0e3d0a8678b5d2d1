/**
 * Rows by round, the rounds in order. Statements name one round each, so that a cluster sends each to the one place
 * that holds it; and in one order, so that two batches cannot deadlock.
 */
export function groupByRound<Row extends { readonly roundId: string }>(
  rows: readonly Row[],
): readonly (readonly [roundId: string, rows: readonly Row[]])[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.roundId);
    if (group) group.push(row);
    else groups.set(row.roundId, [row]);
  }
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
