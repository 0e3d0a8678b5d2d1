import { expect, it } from 'vitest';
import { inferSetup } from '#app/features/launch-round/compose-round.ts';
import { findSetupProblems } from '#app/features/launch-round/find-setup-problems.ts';
import type { Frame } from '#surveys/round/frame.ts';
import { makeRound, now } from '#tests/db/round-fixture.ts';

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

const blocking = (frame: Frame) => {
  const round = makeRound({ state: 'draft', access: 'code', frame });
  return findSetupProblems(round, inferSetup(round), now)
    .filter(({ isBlocking }) => isBlocking)
    .map(({ step, message }) => `${step} ${message}`);
};

it('lets nobody ask for the approval of a frame with a total among its strata, a copied one neither', () => {
  expect(blocking(frameOf('東部', '西部'))).toEqual([]);
  expect(blocking(frameOf('東部', '西部', '合計'))).toEqual([
    'frame 標本設計の層に、合計の行(合計)が入っています。除いてください。',
  ]);
});

it('names a total and totals that disagree apart', () => {
  const margins: Frame['margins'] = [{ by: ['sex'], categories: [{ key: ['f'], population: 5 }] }];
  const frame: Frame = { ...frameOf('東部', '計'), margins, weighting: 'post-stratify' };
  expect(blocking(frame)).toHaveLength(2);
});
