import { expect, it } from 'vitest';
import { inferSetup } from '#surveys/round/compose-round.ts';
import type { Frame } from '#surveys/round/frame.ts';
import { findSetupProblems } from '#surveys/round/setup-problems.ts';
import { makeRound, now } from '#tests/helpers/make-round.ts';

const usual = { now, earlierIndicatorIds: [], isYearOfPlan: true };

const frameOf = (...names: readonly string[]): Frame => ({
  source: '台帳',
  asOf: '2026-10-01',
  strata: names.map((id) => ({ id, population: 1_000, nIssued: 100 })),
  weighting: 'strata',
  margins: [],
  unmatched: [],
  merges: [],
  trimAtMeanTimes: null,
});

const later = { closesAt: '2027-01-10T00:00:00.000Z' };

const blocking = (frame: Frame) => {
  const round = makeRound({ state: 'draft', access: 'code', frame });
  return findSetupProblems(round, inferSetup(round), usual)
    .filter(({ isBlocking }) => isBlocking)
    .map(({ isBlocking: _, ...problem }) => problem);
};

it('lets nobody ask for the approval of a frame with a total among its strata, a copied one neither', () => {
  expect(blocking(frameOf('東部', '西部'))).toEqual([]);
  expect(blocking(frameOf('東部', '西部', '合計'))).toEqual([
    { kind: 'totals_among_strata', strata: ['合計'], step: 'frame' },
  ]);
});

it('names a total and totals that disagree apart', () => {
  const margins: Frame['margins'] = [{ by: ['sex'], categories: [{ key: ['f'], population: 5 }] }];
  const frame: Frame = { ...frameOf('東部', '計'), margins, weighting: 'post-stratify' };
  expect(blocking(frame)).toHaveLength(2);
});

it.each([
  [{}, { closesAt: now }, ['closing_passed']],
  [{}, { opensAt: now }, ['opening_passed']],
  [{ mode: 'organisations' }, { populationSize: null }, ['organisations_missing']],
  [{ mode: 'letter' }, { populationSize: null, nIssued: null }, ['letters_missing', 'population_missing']],
  [{ mode: 'kiosk' }, { populationSize: null, nIssued: null }, []],
  [{ indicatorIds: [] }, {}, ['indicators_gone']],
] as const)('finds with %o and %o what is %o', (chosen, changes, kinds) => {
  const round = makeRound({ state: 'draft', opensAt: '2026-12-10T00:00:00.000Z', ...later, ...changes });
  const setup = { ...inferSetup(round), ...chosen };
  const earlierIndicatorIds = 'indicatorIds' in chosen ? ['1-1'] : [];
  const problems = findSetupProblems(
    round,
    { ...setup, indicatorIds: [] },
    { ...usual, earlierIndicatorIds },
  );
  expect(problems.map(({ kind }) => kind)).toEqual(kinds);
});

it('tells of a population that was counted more than a year before the round opens', () => {
  const old = { ...frameOf('東部'), asOf: '2025-10-01' };
  const kindsOn = (opensAt: string) => {
    const round = makeRound({ state: 'draft', frame: old, ...later, opensAt });
    return findSetupProblems(round, inferSetup(round), usual).map(({ kind }) => kind);
  };
  expect(kindsOn('2026-09-30T15:00:00.000Z')).not.toContain('population_old');
  expect(kindsOn('2026-10-01T15:00:00.000Z')).toContain('population_old');
});

it('lets nobody ask for approval before a fiscal year of the plan is chosen', () => {
  const round = makeRound({ state: 'draft', opensAt: '2026-12-10T00:00:00.000Z', ...later });
  const problems = findSetupProblems(round, inferSetup(round), { ...usual, isYearOfPlan: false });
  expect(problems).toContainEqual({ kind: 'fiscal_year_missing', step: 'questionnaire', isBlocking: true });
});
