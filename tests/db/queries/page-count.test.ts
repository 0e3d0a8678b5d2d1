import { expect, it } from 'vitest';
import { bumpPageCounts, listPageCounts } from '#db/queries/page-count.ts';
import { accept, makeSubmission, storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';

const page = (pageId: string) => ({ kind: 'page', pageId }) as const;

describeOnEachDatabase('page counters', (getDb) => {
  it('add up over calls and writers, for each round apart', async () => {
    const { id: roundId } = await storeRound(getDb());
    const other = await storeRound(getDb());
    const begun = { roundId, step: { kind: 'begun' } } as const;
    await bumpPageCounts(getDb(), { writer: 0, reached: [begun, begun, { roundId, step: page('visit') }] });
    await bumpPageCounts(getDb(), {
      writer: 1,
      reached: [begun, { roundId: other.id, step: page('visit') }],
    });
    await bumpPageCounts(getDb(), { writer: 1, reached: [] });
    expect(await listPageCounts(getDb(), roundId)).toEqual([
      { step: { kind: 'begun' }, n: 3 },
      { step: page('visit'), n: 1 },
    ]);
  });

  it('count an answer as sent once, and only when it went through pages', async () => {
    const round = await storeRound(getDb());
    const drafted = makeSubmission(round, undefined, { draftId: 'draft' });
    await accept(getDb(), [drafted, makeSubmission(round)]);
    await accept(getDb(), [drafted]);
    expect(await listPageCounts(getDb(), round.id)).toEqual([{ step: { kind: 'sent' }, n: 1 }]);
  });
});
