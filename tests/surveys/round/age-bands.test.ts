import { describe, expect, it } from 'vitest';
import { type AgeCount, parseAgeBand, sumIntoBands } from '#surveys/round/age-bands.ts';

const bands = ['18-19', '20-29', '80-over'];
const both = (from: number, to: number | null, count: number): AgeCount[] => [
  { sex: 'm', from, to, count },
  { sex: 'f', from, to, count: count + 1 },
];

describe('parseAgeBand', () => {
  it('reads closed and open bands, and nothing else', () => {
    expect(parseAgeBand('18-19')).toEqual({ from: 18, to: 19 });
    expect(parseAgeBand('80-over')).toEqual({ from: 80, to: null });
    expect(parseAgeBand('prefer-not')).toBeUndefined();
  });
});

describe('sumIntoBands', () => {
  it('adds single years up, leaves minors out, and puts the endless class last', () => {
    const ages = [17, 18, 19, 20, 29, 80, 99].flatMap((age) => both(age, age, 10)).concat(both(100, null, 3));
    const result = sumIntoBands(ages, bands, 'refuse');
    if (!result.ok) throw new Error('not summed');
    expect(Object.fromEntries(result.counts)).toEqual({
      '18-19': { m: 20, f: 22 },
      '20-29': { m: 20, f: 22 },
      '80-over': { m: 23, f: 26 },
    });
  });

  it('refuses a class that a band cuts, and names both', () => {
    expect(sumIntoBands(both(15, 19, 50), bands, 'refuse')).toEqual({
      ok: false,
      cut: { from: 15, to: 19 },
      band: '18-19',
    });
  });

  it('takes two fifths of 15–19 as 18–19 when told to, in whole people', () => {
    const ages = [...both(15, 19, 503), ...both(20, 24, 1), ...both(25, 29, 1), ...both(85, null, 4)];
    const result = sumIntoBands(ages, bands, 'spread-evenly');
    expect(result.ok && result.counts.get('18-19')).toEqual({ m: 201, f: 202 });
  });

  it('names a band without any counts', () => {
    expect(sumIntoBands(both(18, 19, 1), bands, 'refuse')).toEqual({ ok: false, uncovered: '20-29' });
  });
});
