import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tabulateResponse } from '#surveys/aggregation/tally/tabulate.ts';
import { arbitraryResponse } from '#tests/helpers/arbitrary-answers.ts';
import { arbitraryQuestionnaire } from '#tests/helpers/arbitrary-questionnaire.ts';
import { expectedMeasures } from '#tests/helpers/expected-measures.ts';
import { sampleQuestionnaire } from '#tests/helpers/sample-questionnaire.ts';

describe('the measures of a questionnaire', () => {
  it('are respondents, questions, options and indicators under each base rule', () => {
    expect(tabulateResponse(sampleQuestionnaire, { answers: {} }).map(({ measure }) => measure)).toEqual([
      'respondents',
      'question:visited',
      'question:service',
      'question:reasons',
      'question:minutes',
      'question:speed',
      'question:manner',
      'question:nickname',
      'question:comment',
      'question:sex',
      'option:reasons:slow',
      'option:reasons:rude',
      'option:reasons:far',
      'option:reasons:none',
      'indicator:good-service:answered',
      'indicator:good-service:all-respondents',
      'indicator:score:answered',
      'indicator:waiting:answered',
    ]);
  });

  it('count every response once each', () => {
    const drawn = arbitraryQuestionnaire().chain((questionnaire) =>
      fc.record({ questionnaire: fc.constant(questionnaire), response: arbitraryResponse(questionnaire) }),
    );
    fc.assert(
      fc.property(drawn, ({ questionnaire, response }) => {
        const counted = tabulateResponse(questionnaire, response).map(({ measure }) => measure);
        expect(counted).toEqual(expectedMeasures(questionnaire));
        expect(new Set(counted).size).toBe(counted.length);
      }),
    );
  });
});
