import { describe, expect, it } from 'vitest';
import { shuffle } from '#db/randomness.ts';
import { randomness } from '#tests/db/round-fixture.ts';

describe('shuffle', () => {
  it('keeps every item and leaves the given list alone', () => {
    const items = Object.freeze([1, 2, 3, 4, 5]);
    expect(shuffle(items, randomness).sort()).toEqual([1, 2, 3, 4, 5]);
  });

  it('reaches every order equally often', () => {
    const counts = new Map<string, number>();
    for (let i = 0; i < 6_000; i += 1) {
      const order = shuffle(['a', 'b', 'c'], randomness).join('');
      counts.set(order, (counts.get(order) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    // 1,000 expected each; six standard deviations are about 173.
    for (const count of counts.values()) expect(Math.abs(count - 1_000)).toBeLessThan(173);
  });

  it('gives nothing for nothing', () => {
    expect(shuffle([], randomness)).toEqual([]);
  });
});
