import { describe, expect, it } from 'vitest';
import { tabulate } from '#surveys/aggregation/tally/tabulate.ts';
import { loadPlan } from '#surveys/catalog/load-plan.ts';
import { evaluateRound } from '#surveys/evaluation/evaluate-round.ts';
import { listIndicatorBreakdowns } from '#surveys/evaluation/indicator-breakdowns.ts';
import type { SurveyResponse } from '#surveys/response/answers.ts';
import { profileOf } from '#surveys/response/profile.ts';
import type { Round } from '#surveys/round/round.ts';
import { makeRound, questionnaire } from '#tests/helpers/make-round.ts';

const plan = loadPlan('surveys/catalog/konohana/plan-h27.yaml');

const respond = (sex: string, age: string, times: number): SurveyResponse[] => {
  const answers = { visited: 'yes', feel: 'agree', sex, age };
  const profile = profileOf(questionnaire, answers);
  return Array.from({ length: times }, () => ({ stratum: 'all', profile, channel: 'web', answers }));
};

const tally = tabulate(questionnaire, [
  ...respond('f', '20s', 20),
  ...respond('f', '70s', 25),
  ...respond('m', '20s', 4),
  ...respond('m', '70s', 40),
]);

function breakdownsOf(changes: Partial<Round>) {
  const round = makeRound({ questionnaire, state: 'finalised', ...changes });
  const [evaluated] = evaluateRound({ plan, round, tally, state: 'final' }).indicators;
  if (!evaluated) throw new Error('nothing evaluated');
  return listIndicatorBreakdowns({ round, tally, evaluated, weighed: null });
}

describe('listIndicatorBreakdowns', () => {
  it('shows nothing while answers may still come in', () => {
    expect(breakdownsOf({ state: 'open' })).toBeNull();
    expect(breakdownsOf({ state: 'closed' })).toBeNull();
  });

  it('gives every asked dimension with its base, small ones marked', () => {
    const [sex, age] = breakdownsOf({}) ?? [];
    expect(sex?.categories.map(({ code, figure }) => [code, figure?.n])).toEqual([
      ['f', 45],
      ['m', 44],
    ]);
    expect(age?.categories.map(({ figure }) => [figure?.n, figure?.isReference])).toEqual([
      [24, true],
      [65, false],
    ]);
  });

  it('hides a cell under ten together with the one that would give it away', () => {
    const few = tabulate(questionnaire, [...respond('f', '20s', 30), ...respond('m', '20s', 4)]);
    const round = makeRound({ questionnaire, state: 'finalised' });
    const [evaluated] = evaluateRound({ plan, round, tally: few, state: 'final' }).indicators;
    if (!evaluated) throw new Error('nothing evaluated');
    const [sex] = listIndicatorBreakdowns({ round, tally: few, evaluated, weighed: null }) ?? [];
    expect(sex?.categories.map(({ figure }) => figure)).toEqual([null, null]);
  });
});
