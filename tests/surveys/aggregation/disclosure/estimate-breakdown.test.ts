import { describe, expect, it } from 'vitest';
import { estimateBreakdowns } from '#surveys/aggregation/disclosure/estimate-breakdown.ts';
import { weighRound } from '#surveys/aggregation/estimate/weigh-round.ts';
import { shareMeasurement, tallyWard, wardFrame } from '../estimate/ward-tally.ts';

const counts = tallyWard('ward-r1.csv', ['q1', 'q3']);

function breakDown(question: string, isProtected: boolean) {
  const weighing = weighRound(counts, wardFrame());
  if (!weighing.ok) throw new Error('not weighed');
  return estimateBreakdowns({
    counts,
    measurement: shareMeasurement(question),
    baseRuleId: 'answered',
    target: { value: 50, unit: '%' },
    design: 'probability',
    breakdowns: [['sex'], ['age'], ['age', 'area']],
    round: weighing.round,
    isProtected,
  });
}

describe('estimateBreakdowns', () => {
  it('gives plain and weighted figures side by side in every shown cell', () => {
    const [sex] = breakDown('q1', true);
    expect(sex?.cells.map(({ key, state }) => [key[0], state])).toEqual([
      ['f', 'shown'],
      ['m', 'shown'],
    ]);
    for (const cell of sex?.cells ?? []) {
      if (cell.state === 'suppressed' || cell.estimate.kind !== 'share') throw new Error('expected a share');
      expect(cell.estimate.n).toBe(cell.estimate.weighted?.n);
      expect(Math.abs((cell.estimate.weighted?.value ?? 0) - (cell.estimate.value ?? 0))).toBeLessThan(0.1);
    }
  });

  it('lets no number of a hidden cell out, not even its base', () => {
    const cells = breakDown('q3', true).flatMap((table) => table.cells);
    const hidden = cells.filter(({ state }) => state === 'suppressed');
    expect(hidden.length).toBeGreaterThan(2);
    for (const cell of hidden) expect(Object.keys(cell)).toEqual(['key', 'state']);
    for (const cell of cells)
      if (cell.state !== 'suppressed') expect(cell.estimate.n).toBeGreaterThanOrEqual(10);
  });

  it('marks bases of 10 to 29 as reference', () => {
    const cells = breakDown('q1', true).flatMap((table) => table.cells);
    const reference = cells.filter(({ state }) => state === 'reference');
    expect(reference.length).toBeGreaterThan(0);
    for (const cell of reference) if (cell.state !== 'suppressed') expect(cell.estimate.n).toBeLessThan(30);
  });

  it('hides nothing of an audience whose answers are attributed', () => {
    const cells = breakDown('q3', false).flatMap((table) => table.cells);
    expect(cells.some(({ state }) => state === 'suppressed')).toBe(false);
  });
});
