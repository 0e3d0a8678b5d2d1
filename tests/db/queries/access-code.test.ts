import { expect, it } from 'vitest';
import {
  findCode,
  insertCodeBatch,
  listCodeBatches,
  listCodeRoundIds,
  listCodes,
  listLetters,
  listUnfinishedBatches,
  makeNextCodes,
} from '#db/queries/access-code.ts';
import { deleteCodes, sealCodes, withdrawCode } from '#db/queries/code-state.ts';
import { hashOf, makeCodedSubmission, storeCodeRound } from '#tests/db/code-fixture.ts';
import { accept, now, storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { putRoundInState } from '#tests/helpers/round-state.ts';

describeOnEachDatabase('access codes', (getDb) => {
  it('numbers the letters of a round through, stratum after stratum, batch after batch', async () => {
    const round = await storeCodeRound(getDb(), [
      { stratum: 'north', n: 2 },
      { stratum: 'south', n: 1 },
    ]);
    const order = { roundId: round.id, strata: [{ stratum: 'north', n: 2 }], seed: 's2', createdAt: now };
    const second = await insertCodeBatch(getDb(), order);
    expect(second).toMatchObject({ batch: 2, firstSerial: 4, nCodes: 2, nMade: 0 });
    expect(listLetters(second)).toEqual([
      { serial: 4, stratum: 'north' },
      { serial: 5, stratum: 'north' },
    ]);
    const made = (await listCodes(getDb(), { roundId: round.id })).map(
      ({ serial, stratum, batch, state }) => `${serial} ${stratum} ${batch} ${state}`,
    );
    expect(made).toEqual(['1 north 1 issued', '2 north 1 issued', '3 south 1 issued']);
  });

  it('makes a batch in pieces, and several processes at once make each code once', async () => {
    const round = await storeRound(getDb(), { access: 'code' });
    const order = { roundId: round.id, strata: [{ stratum: 'all', n: 25 }], seed: 's', createdAt: now };
    const { batch } = await insertCodeBatch(getDb(), order);
    const piece = {
      roundId: round.id,
      batch,
      maximum: 10,
      hashOf: (_: string, serial: number) => hashOf(serial),
    };
    expect(await makeNextCodes(getDb(), piece)).toBe(10);
    expect((await listUnfinishedBatches(getDb())).some(({ roundId }) => roundId === round.id)).toBe(true);
    await Promise.all([makeNextCodes(getDb(), piece), makeNextCodes(getDb(), piece)]);
    expect(await makeNextCodes(getDb(), piece)).toBe(25);
    expect(await listCodes(getDb(), { roundId: round.id })).toHaveLength(25);
    expect((await listUnfinishedBatches(getDb())).some(({ roundId }) => roundId === round.id)).toBe(false);
  });

  it('makes no codes from a sealed seed, and keeps those made', async () => {
    const round = await storeCodeRound(getDb());
    await sealCodes(getDb(), { roundId: round.id, batch: 1 });
    expect((await listCodeBatches(getDb(), round.id)).map(({ seed }) => seed)).toEqual([null]);
    const piece = { roundId: round.id, batch: 1, maximum: 10, hashOf: () => 'x' };
    expect(await makeNextCodes(getDb(), piece)).toBeUndefined();
    expect(await accept(getDb(), [makeCodedSubmission(round, 1)])).toEqual(['accepted']);
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
