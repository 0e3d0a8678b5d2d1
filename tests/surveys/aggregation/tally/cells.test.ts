import { describe, expect, it } from 'vitest';
import { countsOf, distribution, nRespondents } from '#surveys/aggregation/tally/cells.ts';
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

describe('countsOf', () => {
  it('gives the values of each cell with its channels added up', () => {
    expect(countsOf(tally, 'question:visited')).toEqual([
      { stratum: 'north', profile: 'sex=m', values: new Map([['visited', 1]]) },
      {
        stratum: 'south',
        profile: 'sex=f',
        values: new Map([
          ['visited', 2],
          ['not-visited', 1],
        ]),
      },
    ]);
  });

  it('is empty for an unknown measure', () => {
    expect(countsOf(tally, 'question:none')).toEqual([]);
  });
});

describe('nRespondents', () => {
  it('counts responses, not measures', () => {
    expect(nRespondents(tally)).toBe(4);
    expect(nRespondents([])).toBe(0);
  });
});

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
});
