import { describe, expect, it } from 'vitest';
import { type AdviceInput, adviseFielding } from '#surveys/round/field-advice.ts';
import type { Forecast } from '#surveys/round/forecast.ts';

const decay = (nNow: number, nAtClosing: number): Forecast => ({
  kind: 'decay',
  nNow,
  nAtClosing,
  nIfSteady: nAtClosing,
  dailyRatio: 0.8,
  nDaysFitted: 5,
  nDaysLeft: 10,
});

const input: AdviceInput = {
  state: 'open',
  hasOpened: true,
  isPastClosing: false,
  lacksCodes: false,
  forecast: decay(300, 360),
  nPlanned: 350,
  expectedRate: 0.35,
  strata: [],
  progress: [],
};

const kindsOf = (changes: Partial<AdviceInput>) =>
  adviseFielding({ ...input, ...changes }).map(({ kind }) => kind);

describe('adviseFielding', () => {
  it('follows the life of a round', () => {
    expect(kindsOf({ state: 'draft' })).toEqual(['not_open']);
    expect(kindsOf({ hasOpened: false })).toEqual(['not_open']);
    expect(kindsOf({ state: 'draft', lacksCodes: true })).toEqual(['not_open']);
    expect(kindsOf({ state: 'approved', hasOpened: false, lacksCodes: true })).toEqual(['make_codes']);
    expect(kindsOf({ lacksCodes: true })).toEqual(['make_codes']);
    expect(kindsOf({ forecast: { kind: 'too_early', nNow: 0 } })).toEqual(['no_answers']);
    expect(kindsOf({})).toEqual(['on_plan']);
    expect(kindsOf({ isPastClosing: true })).toEqual(['close_now']);
    expect(kindsOf({ state: 'closed' })).toEqual(['finalise']);
    expect(kindsOf({ state: 'finalised' })).toEqual(['finished']);
  });

  it('names the strata behind plan, the furthest behind first', () => {
    const strata = [
      { id: 'a', nIssued: 500, n: 200 },
      { id: 'b', nIssued: 300, n: 60 },
      { id: 'c', nIssued: 200, n: 30 },
    ];
    const [first] = adviseFielding({ ...input, forecast: decay(290, 350), strata });
    expect(first?.kind === 'remind_strata' && first.strata.map(({ id }) => id)).toEqual(['c', 'b']);
  });

  it('asks to remind everybody when the forecast misses the plan, without naming all strata', () => {
    const strata = [
      { id: 'a', nIssued: 500, n: 50 },
      { id: 'b', nIssued: 500, n: 50 },
    ];
    expect(adviseFielding({ ...input, forecast: decay(100, 120), strata })).toEqual([
      { kind: 'remind_all', nMissing: 230 },
    ]);
  });

  it('points to the page that loses most, once enough have begun', () => {
    const step = (pageId: string) => ({ kind: 'page', pageId }) as const;
    const lines = (scale: number) => [
      { step: { kind: 'begun' } as const, n: 4 * scale, nLost: 0, shareOfBegun: 1, isConditional: false },
      { step: step('a'), n: 3 * scale, nLost: scale, shareOfBegun: 0.75, isConditional: false },
      { step: step('b'), n: scale, nLost: 2 * scale, shareOfBegun: 0.25, isConditional: false },
    ];
    expect(adviseFielding({ ...input, progress: lines(10) })).toEqual([
      { kind: 'page_loses', step: step('b'), shareLost: 2 / 3 },
    ]);
    expect(kindsOf({ progress: lines(5) })).toEqual(['on_plan']);
  });
});
