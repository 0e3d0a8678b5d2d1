import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { defineMeasures } from '#surveys/aggregation/tally/measures.ts';
import { tabulateResponse } from '#surveys/aggregation/tally/tabulate.ts';
import { arbitraryResponse } from '#tests/helpers/arbitrary-answers.ts';
import { arbitraryQuestionnaire } from '#tests/helpers/arbitrary-questionnaire.ts';
import { sampleQuestionnaire } from '#tests/helpers/sample-questionnaire.ts';

describe('defineMeasures', () => {
  it('names respondents, questions, options and indicators under each base rule', () => {
    expect(defineMeasures(sampleQuestionnaire).map(({ id }) => id)).toEqual([
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

  it('names exactly what every response is counted in, once', () => {
    const drawn = arbitraryQuestionnaire().chain((questionnaire) =>
      fc.record({ questionnaire: fc.constant(questionnaire), response: arbitraryResponse(questionnaire) }),
    );
    fc.assert(
      fc.property(drawn, ({ questionnaire, response }) => {
        const counted = tabulateResponse(questionnaire, response).map(({ measure }) => measure);
        expect(counted).toEqual(defineMeasures(questionnaire).map(({ id }) => id));
        expect(new Set(counted).size).toBe(counted.length);
      }),
    );
  });
});
