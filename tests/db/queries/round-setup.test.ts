import { expect, it } from 'vitest';
import { findRoundSetup, upsertRoundSetup } from '#db/queries/round-setup.ts';
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

describeOnEachDatabase('what was chosen for a round', (getDb) => {
  it('is kept as it was chosen last, and is nothing for rounds that were not prepared', async () => {
    const { id } = await storeRound(getDb(), { state: 'draft' });
    expect(await findRoundSetup(getDb(), id)).toBeUndefined();
    await upsertRoundSetup(getDb(), id, setup);
    expect(await findRoundSetup(getDb(), id)).toEqual(setup);
    const saved = { ...setup, savedSteps: ['frame' as const] };
    await upsertRoundSetup(getDb(), id, saved);
    expect(await findRoundSetup(getDb(), id)).toEqual(saved);
  });
});
