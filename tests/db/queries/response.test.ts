import { expect, it } from 'vitest';
import { acceptSubmissions } from '#app/fielding/accept/accept-submissions.ts';
import { mixRound } from '#app/fielding/mix/mix-round.ts';
import { insertResponses, listResponses, readResponses, rewriteInRandomOrder } from '#db/queries/response.ts';
import type { StoredResponse } from '#db/queries/response-row.ts';
import { makeSubmission, randomness, storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { now } from '#tests/helpers/make-round.ts';

const makeResponses = (n: number): StoredResponse[] =>
  Array.from({ length: n }, () => ({
    id: randomness.newId(),
    stratum: 'all',
    profile: {},
    channel: 'web',
    answers: { visited: 'no' },
  }));

describeOnEachDatabase('response', (getDb) => {
  it('gives back profile, channel, stratum and answers as they were accepted', async () => {
    const round = await storeRound(getDb(), { audience: 'organisations' });
    const submission = makeSubmission(round, { visited: 'yes', media: ['web', 'paper'], sex: 'f' });
    const response = { ...submission.response, stratum: '北部', channel: 'kiosk' } as const;
    await acceptSubmissions(getDb(), {
      submissions: [{ ...submission, response }],
      now,
      day: '2026-11-22',
      newId: randomness.newId,
    });
    await mixRound(getDb(), { roundId: round.id, minimum: 1, randomness });
    const stored = await listResponses(getDb(), round.id);
    expect(stored).toEqual([{ ...response, id: stored[0]?.id }]);
  });

  it('reads a large round piece by piece, each response once', async () => {
    const round = await storeRound(getDb());
    const responses = makeResponses(4_500);
    await insertResponses(getDb(), { roundId: round.id, responses });
    const sizes: number[] = [];
    const ids: string[] = [];
    for await (const chunk of readResponses(getDb(), round.id)) {
      sizes.push(chunk.length);
      ids.push(...chunk.map(({ id }) => id));
    }
    expect(sizes).toEqual([2_000, 2_000, 500]);
    expect(ids).toEqual(responses.map(({ id }) => id).sort());
  });

  it('keeps every response when all are rewritten', async () => {
    const round = await storeRound(getDb());
    const responses = makeResponses(4_500);
    await insertResponses(getDb(), { roundId: round.id, responses });
    const before = await listResponses(getDb(), round.id);
    await getDb()
      .transaction()
      .execute((tx) => rewriteInRandomOrder(tx, round.id));
    expect(await listResponses(getDb(), round.id)).toEqual(before);
  });

  it('refuses answers that are no answers, going in and coming out', async () => {
    const round = await storeRound(getDb());
    const [response] = makeResponses(1) as [StoredResponse];
    const broken = { ...response, answers: { visited: 5 } as unknown as StoredResponse['answers'] };
    const insert = insertResponses(getDb(), { roundId: round.id, responses: [broken] });
    await expect(insert).rejects.toThrow('visited');
    await insertResponses(getDb(), { roundId: round.id, responses: [response] });
    await getDb()
      .updateTable('response')
      .set({ answers: '{"visited":5}' })
      .where('round_id', '=', round.id)
      .execute();
    await expect(listResponses(getDb(), round.id)).rejects.toThrow('visited');
  });
});
