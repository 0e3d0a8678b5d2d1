import { expect, it } from 'vitest';
import { defaultTerms, roundTermsSchema } from '#surveys/round/terms.ts';

it('keeps paper three months and responses five years from the day of closing in Japan', () => {
  // 16:00 UTC is the next day in Japan.
  const terms = defaultTerms('2026-11-29T16:00:00.000Z');
  expect(terms).toMatchObject({ paperKeptUntil: '2027-02-28', responsesKeptUntil: '2031-11-30' });
  expect(roundTermsSchema.parse(terms)).toEqual(terms);
});
