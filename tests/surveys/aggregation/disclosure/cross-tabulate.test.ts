import { describe, expect, it } from 'vitest';
import { type CrossCount, crossTabulate } from '#surveys/aggregation/disclosure/cross-tabulate.ts';
import { weighRound } from '#surveys/aggregation/estimate/weigh-round.ts';
import { codeOf, readWard, tallyWard, wardFrame } from '../estimate/ward-tally.ts';

const tally = tallyWard('ward-r1.csv', ['q1']);
const respondents = tally.filter(({ measure }) => measure === 'respondents');
const counts: CrossCount[] = readWard('ward-r1.csv').map((row, index) => {
  const { stratum = '', profile = '' } = respondents[index] ?? {};
  const opinion = row.get('opinion') === 'NA' ? 'no_answer' : codeOf(row.get('opinion'));
  return { stratum, profile, row: codeOf(row.get('age')), column: opinion, n: 1 };
});
const rows = ['18-29', '30-44', '45-59', '60-74', '75'];
const columns = ['op1', 'op2', 'op3', 'op4', 'op5'];

function weighed() {
  const weighing = weighRound(tally, wardFrame());
  if (!weighing.ok) throw new Error('not weighed');
  return weighing.round;
}

describe('crossTabulate', () => {
  it('agrees with R: stratified, raked to sex, age and area', () => {
    const { rows: table, association } = crossTabulate({
      counts,
      rows,
      columns,
      round: weighed(),
      isProtected: true,
    });
    const [first] = table;
    if (first?.state === 'suppressed' || !first) throw new Error('expected a shown row');
    // Key count of s/multicategory/crosstab/srsfpc-age-opinion
    expect(first.answers.map(({ n }) => n)).toEqual([10, 14, 7, 4, 3]);
    expect(first.base).toBe(38);
    expect(first.answers.reduce((sum, { weighted }) => sum + (weighted?.share ?? 0), 0)).toBeCloseTo(1, 12);
    expect(association?.pValue).toBeLessThan(0.001);
    expect(association?.df1).toBeLessThan(16);
  });

  it('gives plain shares alone without weights', () => {
    const { rows: table, association } = crossTabulate({
      counts,
      rows,
      columns,
      round: null,
      isProtected: true,
    });
    const [first] = table;
    if (first?.state === 'suppressed' || !first) throw new Error('expected a shown row');
    expect(first.answers[0]).toEqual({ value: 'op1', n: 10, share: 10 / 38, weighted: null });
    expect(association).toBeNull();
  });

  it('hides a small row and enough others', () => {
    const few = counts.filter(({ row }, index) => row !== '18-29' || index % 9 === 0);
    const { rows: table } = crossTabulate({ counts: few, rows, columns, round: null, isProtected: true });
    expect(table.filter(({ state }) => state === 'suppressed').length).toBeGreaterThanOrEqual(2);
    expect(table[0]).toEqual({ value: '18-29', state: 'suppressed' });
  });

  it('refuses an answer that is not of the table', () => {
    const stray = [{ ...(counts[0] as CrossCount), column: 'op9' }];
    const input = { counts: stray, rows, columns, round: weighed(), isProtected: true };
    expect(() => crossTabulate(input)).toThrow(RangeError);
  });
});
