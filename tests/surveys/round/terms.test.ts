import { describe, expect, it } from 'vitest';
import { audiences } from '#surveys/questionnaire/definition.ts';
import { defaultTerms, roundTermsSchema } from '#surveys/round/terms.ts';

describe('defaultTerms', () => {
  it('keeps paper three months and responses five years from the day of closing in Japan', () => {
    // 16:00 UTC is the next day in Japan.
    const terms = defaultTerms('2026-11-29T16:00:00.000Z');
    expect(terms).toMatchObject({ paperKeptUntil: '2027-02-28', responsesKeptUntil: '2031-11-30' });
    expect(roundTermsSchema.parse(terms)).toEqual(terms);
  });

  it('speaks of families to people only, and to each audience of what it does', () => {
    const proxyFor = (audience: (typeof audiences)[number]) =>
      defaultTerms('2026-11-29T16:00:00.000Z', audience).proxy.ja;
    expect(audiences.filter((audience) => proxyFor(audience).includes('ご家族'))).toEqual([
      'residents',
      'visitors',
      'event-participants',
    ]);
    expect(proxyFor('organisations')).toContain('団体を代表して');
    expect(proxyFor('mystery-shoppers')).toContain('訪問した調査員');
  });
});
