import { expect, it } from 'vitest';
import { listBatchLetters, makeNextCodes, orderBatch } from '#app/fielding/codes/make-codes.ts';
import { listCodeBatches, listCodes, listUnfinishedBatches } from '#db/queries/access-code.ts';
import { sealCodes } from '#db/queries/code-state.ts';
import { hashOf, makeCodedSubmission, storeCodeRound } from '#tests/db/code-fixture.ts';
import { accept, storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { now } from '#tests/helpers/make-round.ts';

describeOnEachDatabase('making access codes', (getDb) => {
  it('numbers the letters of a round through, stratum after stratum, batch after batch', async () => {
    const round = await storeCodeRound(getDb(), [
      { stratum: 'north', n: 2 },
      { stratum: 'south', n: 1 },
    ]);
    const order = { roundId: round.id, strata: [{ stratum: 'north', n: 2 }], seed: 's2', createdAt: now };
    const second = await orderBatch(getDb(), order);
    expect(second).toMatchObject({ batch: 2, firstSerial: 4, nCodes: 2, nMade: 0 });
    expect(listBatchLetters(second)).toEqual([
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
    const { batch } = await orderBatch(getDb(), order);
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

  it('gives two orders at one time different numbers', async () => {
    const { id: roundId } = await storeRound(getDb(), { access: 'code' });
    const order = { roundId, strata: [{ stratum: 'all', n: 3 }], createdAt: now };
    await Promise.all(['a', 'b', 'c'].map((seed) => orderBatch(getDb(), { ...order, seed })));
    const batches = await listCodeBatches(getDb(), roundId);
    expect(batches.map(({ batch, firstSerial }) => [batch, firstSerial])).toEqual([
      [1, 1],
      [2, 4],
      [3, 7],
    ]);
  });
});
