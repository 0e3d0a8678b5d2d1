import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatProfile, parseProfile, profileOf } from '#surveys/response/profile.ts';
import { arbitraryResponse } from '#tests/helpers/arbitrary-answers.ts';
import { arbitraryQuestionnaire } from '#tests/helpers/arbitrary-questionnaire.ts';
import { sampleQuestionnaire } from '#tests/helpers/sample-questionnaire.ts';

describe('profileOf', () => {
  it.each([
    { answers: { sex: 'f' }, sex: 'f' },
    { answers: { sex: 'prefer-not' }, sex: 'refused' },
    { answers: {}, sex: 'no_answer' },
  ])('reads $answers as $sex', ({ answers, sex }) => {
    expect(profileOf(sampleQuestionnaire, answers)).toEqual({ sex });
  });

  it('says not_asked where the profile question was not shown', () => {
    const pages = sampleQuestionnaire.pages.map((page) => ({
      ...page,
      showWhen: { question: 'visited', oneOf: ['visited'] },
    }));
    expect(profileOf({ pages }, { sex: 'f' })).toEqual({ sex: 'not_asked' });
  });

  it('is empty without profile questions', () => {
    expect(profileOf({ pages: [] }, { sex: 'f' })).toEqual({});
  });
});

describe('formatProfile', () => {
  it('sorts the dimensions', () => {
    expect(formatProfile({ sex: 'f', age: '30-39', area: 'denpo' })).toBe('age=30-39|area=denpo|sex=f');
    expect(formatProfile({})).toBe('');
  });

  it('refuses what could not be parsed again', () => {
    expect(() => formatProfile({ sex: 'a|b' })).toThrow(RangeError);
    expect(() => formatProfile({ sex: '' })).toThrow(RangeError);
  });
});

describe('parseProfile', () => {
  it('undoes formatProfile', () => {
    const drawn = arbitraryQuestionnaire().chain(arbitraryResponse);
    fc.assert(
      fc.property(drawn, ({ profile }) => {
        expect(parseProfile(formatProfile(profile))).toEqual(profile);
      }),
    );
  });

  it.each(['sex', 'sex=', '=f', 'sex=f|', 'sex=f=m', 'sex=f|age=18-19', 'sex=f|sex=m'])(
    'refuses %s',
    (text) => {
      expect(() => parseProfile(text)).toThrow(RangeError);
    },
  );
});
