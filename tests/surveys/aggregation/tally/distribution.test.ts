import { describe, expect, it } from 'vitest';
import { distribution } from '#surveys/aggregation/tally/distribution.ts';
import { tabulate } from '#surveys/aggregation/tally/tabulate.ts';
import type { Channel, SurveyResponse } from '#surveys/response/answers.ts';
import { sampleQuestionnaire } from '#tests/helpers/sample-questionnaire.ts';

function response(stratum: string, sex: string, channel: Channel, visited: string): SurveyResponse {
  return { stratum, profile: { sex }, channel, answers: { visited, sex } };
}

const tally = tabulate(sampleQuestionnaire, [
  response('south', 'f', 'web', 'visited'),
  response('south', 'f', 'paper', 'visited'),
  response('south', 'f', 'web', 'not-visited'),
  response('north', 'm', 'web', 'visited'),
]);

describe('distribution', () => {
  it('adds up all cells, missing values included', () => {
    expect(distribution(tally, 'question:visited')).toEqual([
      { value: 'not-visited', n: 1 },
      { value: 'visited', n: 3 },
    ]);
    expect(distribution(tally, 'question:service')).toEqual([
      { value: 'no_answer', n: 3 },
      { value: 'not_asked', n: 1 },
    ]);
  });

  it('is empty for an unknown measure', () => {
    expect(distribution(tally, 'question:none')).toEqual([]);
  });
});
