import { expect, it } from 'vitest';
import {
  bumpRoundVersion,
  findRound,
  findRoundStatus,
  getRound,
  insertRound,
  listDueRounds,
  listRounds,
  updateRound,
  updateRoundState,
} from '#db/queries/round.ts';
import type { Frame } from '#surveys/round/frame.ts';
import { storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { closesAt, makeRound, now, opensAt, plan, questionnaire } from '#tests/helpers/make-round.ts';

const frame: Frame = {
  source: '住民基本台帳',
  asOf: '2026-04-01',
  strata: [{ id: 'all', population: 10, nIssued: 4 }],
  weighting: 'post-stratify',
  margins: [
    {
      by: ['sex'],
      categories: [
        { key: ['m'], population: 4 },
        { key: ['f'], population: 6 },
      ],
    },
  ],
  unmatched: [],
  merges: [],
  trimAtMeanTimes: null,
};

describeOnEachDatabase('round', (getDb) => {
  it('gives back the round with its frozen questionnaire', async () => {
    const round = await storeRound(getDb(), { isDemo: true, populationSize: null, nIssued: null });
    expect(await getRound(getDb(), round.id)).toEqual(round);
  });

  it('has no round of an unknown id', async () => {
    expect(await findRound(getDb(), 'nowhere')).toBeUndefined();
    expect(await findRoundStatus(getDb(), 'nowhere')).toBeUndefined();
    await expect(getRound(getDb(), 'nowhere')).rejects.toThrow('nowhere');
  });

  it('refuses a round of an unknown plan, a taken id and a broken questionnaire', async () => {
    const round = await storeRound(getDb());
    await expect(insertRound(getDb(), round)).rejects.toThrow();
    await expect(insertRound(getDb(), makeRound({ planId: 'nowhere' }))).rejects.toThrow();
    const broken = makeRound({ questionnaire: { ...questionnaire, pages: [] } });
    await expect(insertRound(getDb(), broken)).rejects.toThrow('pages');
  });

  it('lists rounds of a plan in a state, the latest opening first', async () => {
    const early = await storeRound(getDb(), { state: 'draft', opensAt: '2026-01-01T00:00:00.000Z' });
    const late = await storeRound(getDb(), { state: 'draft' });
    const listed = await listRounds(getDb(), { planId: plan.id, state: 'draft' });
    expect(listed.map(({ id }) => id)).toEqual([late.id, early.id]);
    expect(await listRounds(getDb(), { planId: 'nowhere' })).toEqual([]);
  });

  it('tells where a round stands without its questionnaire', async () => {
    const round = await storeRound(getDb());
    expect(await bumpRoundVersion(getDb(), round.id)).toBe(1);
    expect(await findRoundStatus(getDb(), round.id)).toEqual({
      state: 'open',
      opensAt,
      closesAt,
      version: 1,
    });
  });

  it('changes what is given, empties what is given as null, and leaves the rest', async () => {
    const before = await storeRound(getDb(), { state: 'draft' });
    const terms = { ...before.terms, contact: { ja: '企画課 06-0000-0000' } };
    const changes = { title: '別の名前', nIssued: null, isDemo: !before.isDemo, frame, terms };
    await updateRound(getDb(), before.id, changes);
    const after = { ...before, ...changes };
    expect(await findRound(getDb(), before.id)).toEqual(after);
    await updateRound(getDb(), before.id, {});
    expect(await findRound(getDb(), before.id)).toEqual(after);
    await updateRound(getDb(), before.id, { frame: null });
    expect(await findRound(getDb(), before.id)).toEqual({ ...after, frame: null });
    const broken = { frame: { ...frame, strata: [] } };
    await expect(updateRound(getDb(), before.id, broken)).rejects.toThrow('strata');
  });

  it('puts a round into a state, and no other round', async () => {
    const round = await storeRound(getDb(), { state: 'draft' });
    const other = await storeRound(getDb(), { state: 'draft' });
    await updateRoundState(getDb(), { roundId: round.id, to: 'open' });
    expect((await findRoundStatus(getDb(), round.id))?.state).toBe('open');
    expect((await findRoundStatus(getDb(), other.id))?.state).toBe('draft');
  });

  it('lists what the clock has to open and close, and nothing else', async () => {
    const toOpen = await storeRound(getDb(), { state: 'approved' });
    const toClose = await storeRound(getDb(), { state: 'open', closesAt: now });
    const later = await storeRound(getDb(), {
      state: 'approved',
      opensAt: closesAt,
      closesAt: '2027-01-01T00:00:00.000Z',
    });
    const draft = await storeRound(getDb(), { state: 'draft', opensAt });
    const due = await listDueRounds(getDb(), now);
    expect(due).toContainEqual({ roundId: toOpen.id, transition: 'open' });
    expect(due).toContainEqual({ roundId: toClose.id, transition: 'close' });
    const ids = due.map(({ roundId }) => roundId);
    expect(ids).not.toContain(later.id);
    expect(ids).not.toContain(draft.id);
  });
});
