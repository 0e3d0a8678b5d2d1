import { expect, it } from 'vitest';
import { findRound } from '#db/queries/round.ts';
import { findRoundSetup, insertRoundSetup, updateDraftRound } from '#db/queries/round-setup.ts';
import type { Frame } from '#surveys/round/frame.ts';
import { type RoundSetup, usualPlan } from '#surveys/round/setup.ts';
import { storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';

const setup: RoundSetup = {
  recipeId: 'residents',
  indicatorIds: ['1-1'],
  mode: 'letter',
  plan: usualPlan,
  savedSteps: [],
  copiedFrom: null,
};

const frame: Frame = {
  source: '住民基本台帳',
  asOf: '2026-10-01',
  strata: [{ id: '西九条', population: 6500, nIssued: 150 }],
  weighting: 'strata',
  margins: [],
  unmatched: [],
  merges: [],
  trimAtMeanTimes: null,
};

describeOnEachDatabase('a round in preparation', (getDb) => {
  it('keeps what was chosen, and has nothing for rounds that were not prepared', async () => {
    const { id } = await storeRound(getDb(), { state: 'draft' });
    expect(await findRoundSetup(getDb(), id)).toBeUndefined();
    await insertRoundSetup(getDb(), id, setup);
    expect(await findRoundSetup(getDb(), id)).toEqual(setup);
  });

  it('changes what is given, empties what is given as null, and leaves the rest', async () => {
    const before = await storeRound(getDb(), { state: 'draft' });
    const saved = { ...setup, savedSteps: ['frame' as const] };
    const terms = { ...before.terms, contact: { ja: '企画課 06-0000-0000' } };
    const changes = { title: '別の名前', nIssued: null, frame, terms, setup: saved };
    expect(await updateDraftRound(getDb(), before.id, changes)).toBe(true);
    const after = { ...before, title: '別の名前', nIssued: null, frame, terms };
    expect(await findRound(getDb(), before.id)).toEqual(after);
    expect(await findRoundSetup(getDb(), before.id)).toEqual(saved);
    await updateDraftRound(getDb(), before.id, { frame: null });
    expect((await findRound(getDb(), before.id))?.frame).toBeNull();
  });

  it.each(['approval_requested', 'approved', 'open', 'closed', 'finalised', 'published'] as const)(
    'changes nothing of a round that is %s',
    async (state) => {
      const round = await storeRound(getDb(), { state });
      expect(await updateDraftRound(getDb(), round.id, { title: '別の名前', setup })).toBe(false);
      expect(await findRound(getDb(), round.id)).toEqual(round);
      expect(await findRoundSetup(getDb(), round.id)).toBeUndefined();
    },
  );
});
