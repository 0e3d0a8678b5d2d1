import { describe, expect, it } from 'vitest';
import { estimateDistribution } from '#surveys/aggregation/estimate/estimate-distribution.ts';
import { weighRound } from '#surveys/aggregation/estimate/weigh-round.ts';
import type { TallyCount } from '#surveys/aggregation/tally/tally.ts';
import { codeOf, readWard, tallyWard, wardFrame } from './ward-tally.ts';

const measure = 'question:opinion';
const counts: TallyCount[] = tallyWard('ward-r1.csv', ['q1']).map((count) => ({ ...count }));
const respondents = counts.filter(({ measure: id }) => id === 'respondents');
readWard('ward-r1.csv').forEach((row, index) => {
  const value = row.get('opinion') === 'NA' ? 'no_answer' : codeOf(row.get('opinion'));
  counts.push({ ...(respondents[index] as TallyCount), measure, value });
});
const values = ['op1', 'op2', 'op3', 'op4', 'op5', 'op6'];

describe('estimateDistribution', () => {
  it('counts those who answered, in the order of the options, the unused one too', () => {
    const { base, answers, missing } = estimateDistribution({ counts, measure, values, round: null });
    // s/multicategory/svymean-factor/srsfpc-opinion, key count
    expect(answers.map(({ n }) => n)).toEqual([61, 118, 197, 126, 91, 0]);
    expect(base).toBe(593);
    expect(missing).toContainEqual({ value: 'no_answer', n: 27 });
    expect(answers.reduce((sum, { share }) => sum + (share ?? 0), 0)).toBeCloseTo(1, 12);
    expect(answers[0]?.weighted).toBeNull();
  });

  it('weights the shares to the ward', () => {
    const weighing = weighRound(counts, wardFrame({ weighting: 'strata', margins: [] }));
    if (!weighing.ok) throw new Error('not weighed');
    const { answers } = estimateDistribution({ counts, measure, values, round: weighing.round });
    expect(answers.reduce((sum, { weighted }) => sum + (weighted?.share ?? 0), 0)).toBeCloseTo(1, 12);
    expect(answers[2]?.weighted?.standardError).toBeGreaterThan(0.015);
    expect(answers[5]?.weighted).toEqual({ share: 0, standardError: 0 });
  });

  it('has no shares where nobody answered', () => {
    const { base, answers } = estimateDistribution({ counts: [], measure, values: ['op1'], round: null });
    expect([base, answers]).toEqual([0, [{ value: 'op1', n: 0, share: null, weighted: null }]]);
  });
});
