import { describe, expect, it } from 'vitest';
import { diffTallies, mergeCounts, tallyHash } from '#surveys/aggregation/tally/merge.ts';
import type { TallyCount } from '#surveys/aggregation/tally/tally.ts';

function count(measure: string, value: string, n: number, profile = 'sex=f'): TallyCount {
  return { stratum: 'ward', profile, channel: 'web', measure, value, n };
}

describe('mergeCounts', () => {
  it('adds up equal places, sorts the rest and drops what comes to nothing', () => {
    const a = [count('question:b', 'x', 2), count('question:a', 'y', 1)];
    const b = [
      count('question:b', 'x', 3),
      count('question:a', 'y', -1),
      count('question:a', 'x', 1, 'sex=m'),
    ];
    expect(mergeCounts(a, b)).toEqual([count('question:b', 'x', 5), count('question:a', 'x', 1, 'sex=m')]);
  });
});

describe('diffTallies', () => {
  it('finds nothing between tallies that say the same', () => {
    const a = [count('q', 'x', 2), count('q', 'y', 1)];
    const b = [count('q', 'y', 1), count('q', 'x', 1), count('q', 'x', 1), count('q', 'z', 0)];
    expect(diffTallies(a, b)).toEqual([]);
  });

  it('says what differs, and what one of them lacks', () => {
    const { n: _, ...x } = count('q', 'x', 0);
    const { n: __, ...y } = count('q', 'y', 0);
    expect(diffTallies([count('q', 'x', 2)], [count('q', 'x', 1), count('q', 'y', 4)])).toEqual([
      { ...x, nStored: 2, nRecounted: 1 },
      { ...y, nStored: 0, nRecounted: 4 },
    ]);
  });
});

describe('tallyHash', () => {
  it('depends on the counts, not on their order or on how they are split', () => {
    const hash = tallyHash([count('q', 'x', 2), count('q', 'y', 1)]);
    expect(hash).toMatch(/^[0-9a-f]{64}$/);
    expect(tallyHash([count('q', 'y', 1), count('q', 'x', 1), count('q', 'x', 1)])).toBe(hash);
    expect(tallyHash([count('q', 'x', 2), count('q', 'y', 2)])).not.toBe(hash);
  });

  // SHA-256 of no bytes, FIPS 180-4 test value.
  it('of no counts is the hash of nothing', () => {
    expect(tallyHash([])).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });
});
