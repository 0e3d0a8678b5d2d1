import { expect, it } from 'vitest';
import { listStratumMarks, stratumOfMark } from '#surveys/paper/stratum-mark.ts';
import type { Frame } from '#surveys/round/frame.ts';

const frameOf = (...ids: readonly string[]): Frame => ({
  source: '住民基本台帳',
  asOf: '2026-10-01',
  strata: ids.map((id) => ({ id, population: 100, nIssued: 10 })),
  weighting: 'strata',
  margins: [],
  unmatched: [],
  merges: [],
  trimAtMeanTimes: null,
});

it('reads the printed number or the name of a stratum', () => {
  const round = { frame: frameOf('north', 'south'), access: 'open' } as const;
  expect(listStratumMarks(round).map(({ number }) => number)).toEqual([1, 2]);
  expect(stratumOfMark(round, '2')).toBe('south');
  expect(stratumOfMark(round, 'north')).toBe('north');
  expect(stratumOfMark(round, '3')).toBeUndefined();
});

it('counts a form without a mark as unknown only where it could be one of several', () => {
  expect(stratumOfMark({ frame: frameOf('north', 'south'), access: 'open' }, '')).toBe('unknown');
  expect(stratumOfMark({ frame: null, access: 'code' }, '')).toBe('unknown');
  expect(stratumOfMark({ frame: frameOf('ward'), access: 'code' }, '')).toBe('ward');
  expect(stratumOfMark({ frame: null, access: 'open' }, '')).toBe('all');
});
