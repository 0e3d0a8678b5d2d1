import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diffTallies, mergeCounts } from '#surveys/aggregation/tally/merge.ts';
import { tabulate, tabulateResponse } from '#surveys/aggregation/tally/tabulate.ts';
import { respondentsMeasure, type TallyCount } from '#surveys/aggregation/tally/tally.ts';
import type { Answers, SurveyResponse } from '#surveys/response/answers.ts';
import { arbitraryResponse } from '#tests/helpers/arbitrary-answers.ts';
import { arbitraryQuestionnaire } from '#tests/helpers/arbitrary-questionnaire.ts';
import { sampleQuestionnaire } from '#tests/helpers/sample-questionnaire.ts';

const valuesOf = (answers: Answers) =>
  Object.fromEntries(
    tabulateResponse(sampleQuestionnaire, { answers }).map(({ measure, value }) => [measure, value]),
  );

const drawn = arbitraryQuestionnaire().chain((questionnaire) =>
  fc.record({
    questionnaire: fc.constant(questionnaire),
    responses: fc.array(arbitraryResponse(questionnaire), { maxLength: 12 }),
  }),
);

describe('tabulateResponse', () => {
  it('counts every measure of a full response', () => {
    const answers = {
      visited: 'visited',
      service: 'bad',
      reasons: ['slow', 'far'],
      minutes: '25',
      speed: '2',
      manner: '4',
      nickname: 'このはな',
      comment: '長い話',
      sex: 'f',
    };
    expect(valuesOf(answers)).toEqual({
      respondents: 'all',
      'question:visited': 'visited',
      'question:service': 'bad',
      'question:reasons': 'answered',
      'question:minutes': '25',
      'question:speed': '2',
      'question:manner': '4',
      'question:nickname': 'answered',
      'question:comment': 'answered',
      'question:sex': 'f',
      'option:reasons:slow': '1',
      'option:reasons:rude': '0',
      'option:reasons:far': '1',
      'option:reasons:none': '0',
      'indicator:good-service:answered': 'base',
      'indicator:good-service:all-respondents': 'base',
      'indicator:score:answered': '6/2',
      'indicator:waiting:answered': '25',
    });
  });

  it('keeps not asked, no answer and refused apart', () => {
    expect(valuesOf({ visited: 'visited', service: 'prefer-not' })).toMatchObject({
      'question:service': 'refused',
      'question:reasons': 'not_asked',
      'option:reasons:slow': 'not_asked',
      'question:speed': 'no_answer',
      'indicator:good-service:answered': 'out',
      'indicator:score:answered': 'out',
    });
  });

  it('counts a screened-out answer as not asked, in the base only where the rule says so', () => {
    expect(valuesOf({ visited: 'not-visited', service: 'good' })).toMatchObject({
      'question:service': 'not_asked',
      'indicator:good-service:answered': 'out',
      'indicator:good-service:all-respondents': 'base',
    });
  });
});

describe('tabulate', () => {
  it('is empty without responses', () => {
    expect(tabulate(sampleQuestionnaire, [])).toEqual([]);
  });

  it('counts every response once in every measure of its cell', () => {
    fc.assert(
      fc.property(drawn, ({ questionnaire, responses }) => {
        const sums = new Map<string, number>();
        for (const count of tabulate(questionnaire, responses)) {
          sums.set(count.measure, (sums.get(count.measure) ?? 0) + count.n);
        }
        expect([...sums.values()].every((n) => n === responses.length)).toBe(true);
        expect(sums.get(respondentsMeasure) ?? 0).toBe(responses.length);
      }),
    );
  });

  it('gives by batches, in any order, what a recount of all responses gives', () => {
    fc.assert(
      fc.property(drawn, fc.array(fc.nat(12), { maxLength: 4 }), fc.boolean(), (draw, cuts, isReversed) => {
        const { questionnaire, responses } = draw;
        const batches = cutInto(responses, cuts);
        const kept = (isReversed ? batches.toReversed() : batches).reduce<readonly TallyCount[]>(
          (tally, batch) => mergeCounts(tally, tabulate(questionnaire, batch)),
          [],
        );
        expect(kept).toEqual(tabulate(questionnaire, responses));
      }),
    );
  });

  it('changes when one response is deleted, by exactly that response', () => {
    const withResponses = drawn.filter(({ responses }) => responses.length > 0);
    fc.assert(
      fc.property(withResponses, ({ questionnaire, responses }) => {
        const [first, ...others] = responses;
        const all = tabulate(questionnaire, responses);
        const recount = tabulate(questionnaire, others);
        expect(diffTallies(all, recount)).toHaveLength(tabulate(questionnaire, first ? [first] : []).length);
        expect(mergeCounts(recount, tabulate(questionnaire, first ? [first] : []))).toEqual(all);
      }),
    );
  });
});

function cutInto(responses: readonly SurveyResponse[], cuts: readonly number[]) {
  const bounds = [0, ...cuts.toSorted((a, b) => a - b), responses.length];
  return bounds.slice(1).map((end, index) => responses.slice(bounds[index], end));
}
