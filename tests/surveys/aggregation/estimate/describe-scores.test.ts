import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { describeScores } from '#surveys/aggregation/estimate/describe-scores.ts';

describe('describeScores', () => {
  it('gives the quartiles that R gives with quantile()', () => {
    // R: quantile(c(1, 2, 3, 4, 5, 6, 7, 8), c(.25, .5, .75)) = 2.75 4.50 6.25
    expect(describeScores([8, 1, 7, 2, 6, 3, 5, 4])).toEqual({
      n: 8,
      min: 1,
      lowerQuartile: 2.75,
      median: 4.5,
      upperQuartile: 6.25,
      max: 8,
    });
  });

  it('describes nothing where there is nothing', () => {
    expect(describeScores([])).toBeNull();
  });

  it('keeps the order of its figures, whatever the order of the scores', () => {
    const scores = fc.array(fc.double({ min: 1, max: 5, noNaN: true }), { minLength: 1, maxLength: 40 });
    fc.assert(
      fc.property(scores, (values) => {
        const summary = describeScores(values);
        expect(summary).toEqual(describeScores(values.toReversed()));
        const ordered = [
          summary?.min,
          summary?.lowerQuartile,
          summary?.median,
          summary?.upperQuartile,
          summary?.max,
        ];
        expect(ordered).toEqual([...ordered].sort((a, b) => (a ?? 0) - (b ?? 0)));
      }),
    );
  });
});
