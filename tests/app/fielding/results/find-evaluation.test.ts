import { describe, expect, it } from 'vitest';
import { type FoundEvaluation, findEvaluation } from '#app/fielding/results/find-evaluation.ts';
import { moveRound } from '#app/fielding/rounds/move-round.ts';
import { insertResults } from '#db/queries/result.ts';
import { listIndicatorSheets } from '#surveys/evaluation/build-evaluation.ts';
import type { Round } from '#surveys/round/round.ts';
import { makeResult } from '#tests/db/result-fixture.ts';
import { openRound, usePlanDatabase } from '#tests/helpers/plan-database.ts';
import { putRoundInState } from '#tests/helpers/round-state.ts';

const inState = (state: Round['state'], fiscalYear: number, id = `r-${state}-${fiscalYear}`): Round => ({
  ...openRound,
  id,
  title: `${id}の調査`,
  fiscalYear,
  state,
});
const published = inState('published', 2022);
const unpublished = inState('finalised', 2022);
const finalised = inState('finalised', 2023);
const closed = inState('closed', 2024);

const getDb = usePlanDatabase(
  [openRound, closed, finalised, unpublished, published],
  [
    makeResult(finalised, { indicatorId: '1-1' }),
    makeResult(unpublished, { indicatorId: '1-1' }),
    makeResult(unpublished, { indicatorId: '1-2-i' }),
    makeResult(published, { indicatorId: '1-1', state: 'published' }),
  ],
);

const findDemo = (fiscalYear: string) =>
  findEvaluation({ db: getDb() }, { planId: 'konohana-demo', fiscalYear });

/** The indicators that have a result, each with its source. */
const listShown = (found: FoundEvaluation | undefined) =>
  found === undefined
    ? []
    : listIndicatorSheets(found.evaluation).flatMap(({ indicator, result }) =>
        result === null ? [] : [[indicator.id, result.source] as const],
      );

describe('findEvaluation', () => {
  it.each([
    ['an unknown plan', 'elsewhere', '2015'],
    ['a year with nothing in it', 'konohana', '2016'],
    ['a year that is no number', 'konohana', 'h27'],
    ['a year before the era', 'konohana', '0001'],
    ['a year written twice', 'konohana', '20152015'],
  ])('finds nothing for %s', async (_, planId, fiscalYear) => {
    expect(await findEvaluation({ db: getDb() }, { planId, fiscalYear })).toBeUndefined();
  });

  it("finds the ward's record", async () => {
    const found = await findEvaluation({ db: getDb() }, { planId: 'konohana', fiscalYear: '2015' });
    expect(found?.fiscalYears).toEqual([2015]);
    expect(found?.evaluation.parts[0]?.sections[0]?.indicators[0]?.result?.display).toBe('51.3');
  });

  it("shows none of the ward's record in the demonstration", async () => {
    const found = await findEvaluation({ db: getDb() }, { planId: 'konohana-demo', fiscalYear: '2015' });
    expect(found?.evaluation.parts[0]?.sections[0]?.indicators[0]?.result).toBeNull();
  });

  it.each([
    ['is open', '2025'],
    ['is closed', '2024'],
    ['is final, but not published', '2023'],
  ])('finds nothing for the year of a round that %s', async (_, fiscalYear) => {
    expect(await findDemo(fiscalYear)).toBeUndefined();
    expect((await findDemo('2015'))?.fiscalYears).toEqual([2022, 2015]);
  });

  it('shows published results, and none of a final round of the same year', async () => {
    const found = await findDemo('2022');
    expect(found?.evaluation.fiscalYearLabel.long).toBe('令和4年度');
    const shown = listShown(found);
    expect(shown).toEqual([['1-1', { kind: 'round', title: published.title, roundId: published.id }]]);
    expect(JSON.stringify(found)).not.toContain(unpublished.id);
  });

  it('changes when a manager publishes, not when a round is finalised', async () => {
    const before = JSON.stringify(await findDemo('2015'));
    await putRoundInState(getDb(), { roundId: closed.id, from: 'closed', to: 'finalised' });
    await insertResults(getDb(), [makeResult(closed)]);
    expect(JSON.stringify(await findDemo('2015'))).toBe(before);
    const moved = await moveRound(getDb(), {
      roundId: closed.id,
      transition: 'publish',
      actor: { id: 'm', name: '課長' },
      mover: 'manager',
      needsFourEyes: true,
      note: '',
      newClosesAt: null,
      seenRequest: null,
      now: '2026-01-01T00:00:00.000Z',
      afterwards: async () => {},
    });
    expect(moved.kind).toBe('moved');
    expect((await findDemo('2015'))?.fiscalYears).toEqual([2024, 2022, 2015]);
    expect(listShown(await findDemo('2024')).map(([id]) => id)).toEqual(['2-3-i']);
  });
});
