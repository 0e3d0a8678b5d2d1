import { describe, expect, it } from 'vitest';
import { tabulateBreakdowns } from '#surveys/aggregation/disclosure/breakdown-table.ts';
import { estimateBreakdowns } from '#surveys/aggregation/disclosure/estimate-breakdown.ts';
import {
  type LiveBreakdowns,
  releaseBreakdowns,
} from '#surveys/aggregation/disclosure/release-breakdowns.ts';
import { indexTally } from '#surveys/aggregation/estimate/indexed-tally.ts';
import type { TallyCount } from '#surveys/aggregation/tally/tally.ts';
import { shareMeasurement } from '../estimate/ward-tally.ts';

/** Respondents of two age bands, a third of them positive. */
function tally(young: number, old: number): TallyCount[] {
  return [
    ['18', young],
    ['65', old],
  ].flatMap(([age, n]) => {
    const cell = { stratum: 'all', profile: `age=${age}`, channel: 'web' };
    const positive = Math.floor(Number(n) / 3);
    return [
      { ...cell, measure: 'respondents', value: 'all', n: Number(n) },
      { ...cell, measure: 'indicator:q1:answered', value: 'positive', n: positive },
      { ...cell, measure: 'indicator:q1:answered', value: 'base', n: Number(n) - positive },
    ];
  });
}

function release(previous: LiveBreakdowns | null, counts: readonly TallyCount[]): LiveBreakdowns {
  const breakdowns = [['age']];
  const current = estimateBreakdowns({
    counts,
    measurement: shareMeasurement('q1'),
    baseRuleId: 'answered',
    target: { value: 50, unit: '%' },
    design: 'probability',
    breakdowns,
    round: null,
    isProtected: true,
  });
  const tables = tabulateBreakdowns(indexTally(counts), 'indicator:q1:answered', {
    breakdowns,
    weights: null,
  });
  return releaseBreakdowns(previous, current, tables);
}

function basesOf({ shown }: LiveBreakdowns) {
  return shown[0]?.cells.map((cell) => (cell.state === 'suppressed' ? null : cell.estimate.n));
}

describe('releaseBreakdowns', () => {
  it('keeps the figure of a cell that may not move beside the new ones', () => {
    const first = release(null, tally(40, 60));
    expect(basesOf(first)).toEqual([40, 60]);
    const second = release(first, tally(41, 90));
    expect(basesOf(second)).toEqual([40, 60]);
    const third = release(second, tally(52, 95));
    expect(basesOf(third)).toEqual([52, 95]);
  });

  it('shows nothing of a band until it may be shown', () => {
    const first = release(null, tally(4, 60));
    expect(basesOf(first)).toEqual([null, null]);
    expect(basesOf(release(first, tally(14, 72)))).toEqual([14, 72]);
  });
});
