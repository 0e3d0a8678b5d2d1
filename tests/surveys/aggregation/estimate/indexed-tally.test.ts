import { describe, expect, it } from 'vitest';
import { indexTally } from '#surveys/aggregation/estimate/indexed-tally.ts';
import type { TallyCount } from '#surveys/aggregation/tally/tally.ts';

const cell = { stratum: 'north', profile: 'age=18|sex=f', channel: 'web' };
const counts: TallyCount[] = [
  { ...cell, measure: 'respondents', value: 'all', n: 3 },
  { ...cell, measure: 'respondents', value: 'all', n: 2, channel: 'paper' },
  { ...cell, measure: 'question:q1', value: 'yes', n: 1 },
  { ...cell, stratum: 'south', measure: 'respondents', value: 'all', n: 1 },
  { ...cell, measure: 'question:q1', value: 'yes', n: 2, channel: 'paper' },
  { ...cell, stratum: 'south', measure: 'question:q1', value: 'no', n: 1 },
  { ...cell, measure: 'question:q1', value: 'refused', n: 0 },
];

describe('indexTally', () => {
  it('adds up channels by cell and value', () => {
    const { cells, byMeasure } = indexTally(counts);
    expect(cells.map(({ stratum, n }) => [stratum, n])).toEqual([
      ['north', 5],
      ['south', 1],
    ]);
    expect(cells[0]?.profile).toEqual({ age: '18', sex: 'f' });
    expect(byMeasure.get('question:q1')).toEqual([
      { cell: 1, value: 'no', n: 1 },
      { cell: 0, value: 'yes', n: 3 },
    ]);
  });

  it('comes out the same in whatever order the counts arrive', () => {
    expect(indexTally([...counts].reverse())).toEqual(indexTally(counts));
  });

  it('leaves out cells without a respondent and refuses counts of them', () => {
    const empty = { ...cell, stratum: 'east', n: 0, measure: 'respondents', value: 'all' };
    expect(indexTally([...counts, empty]).cells).toHaveLength(2);
    expect(() => indexTally([{ ...cell, measure: 'question:q1', value: 'yes', n: 1 }])).toThrow(RangeError);
  });

  it('is empty for an empty tally', () => {
    expect(indexTally([])).toEqual({ cells: [], byMeasure: new Map() });
  });
});
