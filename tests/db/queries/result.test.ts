import { expect, it } from 'vitest';
import {
  insertResults,
  listResults,
  listResultYears,
  listRoundResults,
  publishResults,
} from '#db/queries/result.ts';
import { makeResult } from '#tests/db/result-fixture.ts';
import { plan, storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';

describeOnEachDatabase('result', (getDb) => {
  it('lists the results of a plan in a fiscal year, of all its rounds', async () => {
    const first = await storeRound(getDb(), { fiscalYear: 2030 });
    const second = await storeRound(getDb(), { fiscalYear: 2030 });
    const results = [makeResult(first, { indicatorId: '1-1' }), makeResult(second)];
    await insertResults(getDb(), results.toReversed());
    expect(await listResults(getDb(), { planId: plan.id, fiscalYear: 2030 })).toEqual(results);
    expect(await listResults(getDb(), { planId: plan.id, fiscalYear: 2031 })).toEqual([]);
    expect(await listResultYears(getDb(), plan.id)).toContain(2030);
    expect(await listResultYears(getDb(), 'nowhere')).toEqual([]);
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
