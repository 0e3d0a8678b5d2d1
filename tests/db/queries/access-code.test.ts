import { expect, it } from 'vitest';
import {
  findCode,
  insertCodeBatch,
  listCodeBatches,
  listCodeRoundIds,
  listCodes,
  listUnfinishedBatches,
  lockCodeBatch,
  updateCodesMade,
} from '#db/queries/access-code.ts';
import { deleteCodes, withdrawCode } from '#db/queries/code-state.ts';
import { hashOf, makeCodedSubmission, storeCodeRound } from '#tests/db/code-fixture.ts';
import { accept, storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { now } from '#tests/helpers/make-round.ts';
import { putRoundInState } from '#tests/helpers/round-state.ts';

describeOnEachDatabase('access codes', (getDb) => {
  it('keeps a batch with how many of its codes are made', async () => {
    const round = await storeRound(getDb(), { access: 'code' });
    const batch = {
      ...{ roundId: round.id, batch: 1, strata: [{ stratum: 'all', n: 2 }], firstSerial: 1 },
      ...{ nCodes: 2, nMade: 0, seed: 's', createdAt: now },
    };
    await insertCodeBatch(getDb(), batch);
    expect(await lockCodeBatch(getDb(), batch)).toEqual(batch);
    expect(await listUnfinishedBatches(getDb())).toContainEqual(batch);
    await updateCodesMade(getDb(), { ...batch, nMade: 2 });
    expect(await listCodeBatches(getDb(), round.id)).toEqual([{ ...batch, nMade: 2 }]);
    expect((await listUnfinishedBatches(getDb())).map(({ roundId }) => roundId)).not.toContain(round.id);
    expect(await lockCodeBatch(getDb(), { ...batch, batch: 2 })).toBeUndefined();
    await expect(insertCodeBatch(getDb(), { ...batch, batch: 2, strata: [] })).rejects.toThrow();
  });

  it('withdraws a code that was not used, and no other', async () => {
    const round = await storeCodeRound(getDb());
    await accept(getDb(), [makeCodedSubmission(round, 1)]);
    const { id: roundId } = round;
    expect(await withdrawCode(getDb(), { roundId, serial: 1, to: 'void' })).toBe(false);
    expect(await withdrawCode(getDb(), { roundId, serial: 2, to: 'returned' })).toBe(true);
    expect(await withdrawCode(getDb(), { roundId, serial: 2, to: 'returned' })).toBe(false);
    expect(await withdrawCode(getDb(), { roundId, serial: 9, to: 'void' })).toBe(false);
    expect(await findCode(getDb(), { roundId, codeHash: hashOf(2) })).toMatchObject({ state: 'returned' });
    expect(await listCodes(getDb(), { roundId, state: 'issued' })).toHaveLength(1);
    expect(await withdrawCode(getDb(), { roundId, serial: 2, to: 'void' })).toBe(true);
    expect(await withdrawCode(getDb(), { roundId, serial: 2, to: 'void' })).toBe(false);
    expect(await withdrawCode(getDb(), { roundId, serial: 2, to: 'returned' })).toBe(false);
  });

  it('lists the rounds that may know a code, and forgets those of one round', async () => {
    const round = await storeCodeRound(getDb());
    const other = await storeCodeRound(getDb());
    const open = await storeRound(getDb());
    const ids = await listCodeRoundIds(getDb());
    expect(ids).toEqual(expect.arrayContaining([round.id, other.id]));
    expect(ids).not.toContain(open.id);
    await deleteCodes(getDb(), round.id);
    expect(await listCodes(getDb(), { roundId: round.id })).toEqual([]);
    expect(await listCodeBatches(getDb(), round.id)).toEqual([]);
    expect(await listCodes(getDb(), { roundId: other.id })).toHaveLength(3);
    await putRoundInState(getDb(), { roundId: other.id, from: 'open', to: 'finalised' });
    expect(await listCodeRoundIds(getDb())).not.toContain(other.id);
  });
});
