import { describe, expect, it } from 'vitest';
import { isAnonymous, mixingMinimum } from '#surveys/round/anonymity.ts';

describe('anonymity of audiences', () => {
  it.each(['residents', 'visitors', 'event-participants'] as const)('hides %s among ten', (audience) => {
    expect(isAnonymous(audience)).toBe(true);
    expect(mixingMinimum(audience)).toBe(10);
  });

  it.each(['organisations', 'mystery-shoppers', 'ward-records'] as const)(
    'attributes answers of %s',
    (audience) => {
      expect(isAnonymous(audience)).toBe(false);
      expect(mixingMinimum(audience)).toBe(1);
    },
  );
});
