import { expect, it } from 'vitest';
import { insertResults, listPublishedResults, listRoundResults, publishResults } from '#db/queries/result.ts';
import { makeResult } from '#tests/db/result-fixture.ts';
import { storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { plan } from '#tests/helpers/make-round.ts';

describeOnEachDatabase('result', (getDb) => {
  it('lists the published results of a plan in a fiscal year, of all its rounds, and no final ones', async () => {
    const first = await storeRound(getDb(), { fiscalYear: 2030 });
    const second = await storeRound(getDb(), { fiscalYear: 2030 });
    const unpublished = await storeRound(getDb(), { fiscalYear: 2030 });
    const results = [makeResult(first, { indicatorId: '1-1' }), makeResult(second)];
    await insertResults(getDb(), [...results.toReversed(), makeResult(unpublished)]);
    const list = (fiscalYear: number) => listPublishedResults(getDb(), { planId: plan.id, fiscalYear });
    expect(await list(2030)).toEqual([]);
    await publishResults(getDb(), first.id);
    await publishResults(getDb(), second.id);
    expect(await list(2030)).toEqual(
      results.map(({ indicatorId, fiscalYear, result }) => ({
        indicatorId,
        fiscalYear,
        result: { ...result, state: 'published' },
      })),
    );
    expect(await list(2031)).toEqual([]);
  });

  it('publishes the results of a round, also in what the figure says of itself', async () => {
    const round = await storeRound(getDb());
    await insertResults(getDb(), [makeResult(round)]);
    expect(await publishResults(getDb(), round.id)).toBe(1);
    expect(await publishResults(getDb(), round.id)).toBe(0);
    const [published] = await listRoundResults(getDb(), round.id);
    expect(published?.state).toBe('published');
    expect(published?.result.state).toBe('published');
    expect(published?.hash).toBe('hash-of-result');
  });

  it('refuses a second result of an indicator, and one that does not fit its schema', async () => {
    const round = await storeRound(getDb());
    await insertResults(getDb(), []);
    await insertResults(getDb(), [makeResult(round)]);
    await expect(insertResults(getDb(), [makeResult(round)])).rejects.toThrow(/unique/i);
    const broken = makeResult(round, { result: { ...makeResult(round).result, n: -1 } });
    await expect(insertResults(getDb(), [broken])).rejects.toThrow('n');
  });
});
