import { describe, expect, it } from 'vitest';
import { compareRaters } from '#surveys/aggregation/estimate/rater-means.ts';

const visits = [
  { rater: 'B', answers: { a: '5', b: '3' } },
  { rater: 'A', answers: { a: '4', b: 'not_applicable' } },
  { rater: 'A', answers: { a: '2', b: '1' } },
];

describe('compareRaters', () => {
  it('puts the means of every item side by side, without what was not scored', () => {
    expect(compareRaters(['a', 'b'], visits).items).toEqual([
      {
        item: 'a',
        byRater: [
          { mean: 3, n: 2 },
          { mean: 5, n: 1 },
        ],
        all: { mean: 11 / 3, n: 3 },
      },
      {
        item: 'b',
        byRater: [
          { mean: 1, n: 1 },
          { mean: 3, n: 1 },
        ],
        all: { mean: 2, n: 2 },
      },
    ]);
  });

  it('takes the mean of visits over all items, as the indicator does', () => {
    const { raters, overall } = compareRaters(['a', 'b'], visits);
    expect(raters).toEqual(['A', 'B']);
    expect(overall.byRater.map(({ mean }) => mean)).toEqual([(4 + 1.5) / 2, 4]);
    expect(overall.all).toEqual({ mean: (4 + 4 + 1.5) / 3, n: 3 });
  });

  it('has no means without scores', () => {
    expect(compareRaters(['a'], []).overall).toEqual({ byRater: [], all: { mean: null, n: 0 } });
    expect(compareRaters(['a'], [{ rater: 'A', answers: {} }]).overall.all).toEqual({ mean: null, n: 0 });
  });
});
