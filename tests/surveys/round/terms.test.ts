import { describe, expect, it } from 'vitest';
import { loadUsualTerms } from '#surveys/catalog/load-terms.ts';
import { audiences } from '#surveys/questionnaire/definition.ts';
import { defaultTerms, roundTermsSchema, usuallyKeptUntil } from '#surveys/round/terms.ts';

const usualTerms = loadUsualTerms('surveys/catalog/konohana/terms.yaml');

describe('the usual terms', () => {
  it('keep paper three months and responses five years from the day of closing in Japan', () => {
    // 16:00 UTC is the next day in Japan.
    expect(usuallyKeptUntil('2026-11-29T16:00:00.000Z')).toEqual({
      paperKeptUntil: '2027-02-28',
      responsesKeptUntil: '2031-11-30',
    });
  });

  it.each(audiences)('are whole for %s: the texts of the audience and the days', (audience) => {
    const closesAt = '2026-11-29T16:00:00.000Z';
    const terms = defaultTerms(usualTerms[audience], closesAt);
    expect(roundTermsSchema.parse(terms)).toEqual(terms);
    expect(terms).toEqual({ ...usualTerms[audience], ...usuallyKeptUntil(closesAt) });
  });
});
