import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { mixRound } from '#app/fielding/mix/mix-round.ts';
import { listFreeTexts } from '#db/queries/free-text.ts';
import { countIntake } from '#db/queries/intake.ts';
import { listResponses } from '#db/queries/response.ts';
import { findRoundStatus, lockRound } from '#db/queries/round.ts';
import { listTally, nResponses } from '#db/queries/tally.ts';
import type { Randomness } from '#db/randomness.ts';
import type { Round } from '#surveys/round/round.ts';
import { accept, acceptMany, makeSubmission, randomness, storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';

const batchOf = (round: Round, minimum = 10) => ({ roundId: round.id, minimum, randomness });

describeOnEachDatabase('mixRound', (getDb, { dialect }) => {
  it('lets nine answers wait and mixes the tenth with them', async () => {
    const round = await storeRound(getDb());
    await acceptMany(getDb(), round, 9);
    expect(await mixRound(getDb(), batchOf(round))).toEqual({ kind: 'waiting', nWaiting: 9 });
    expect(await listTally(getDb(), round.id)).toEqual([]);
    await acceptMany(getDb(), round, 1);
    expect(await mixRound(getDb(), batchOf(round))).toEqual({ kind: 'mixed', nMixed: 10, version: 1 });
    expect(await countIntake(getDb(), round.id)).toBe(0);
    expect(await listResponses(getDb(), round.id)).toHaveLength(10);
    expect((await findRoundStatus(getDb(), round.id))?.version).toBe(1);
  });

  it('counts an answer once before, while and after it is mixed', async () => {
    const round = await storeRound(getDb());
    await acceptMany(getDb(), round, 10);
    expect(await nResponses(getDb(), round.id)).toBe(10);
    await mixRound(getDb(), batchOf(round));
    await acceptMany(getDb(), round, 3);
    expect(await nResponses(getDb(), round.id)).toBe(13);
  });

  it('has nothing to do without answers, however low the minimum', async () => {
    const round = await storeRound(getDb());
    expect(await mixRound(getDb(), batchOf(round, 0))).toEqual({ kind: 'waiting', nWaiting: 0 });
    await expect(mixRound(getDb(), batchOf({ ...round, id: 'nowhere' }))).rejects.toThrow('nowhere');
  });

  it('mixes a large backlog in several batches and leaves too few for another waiting', async () => {
    const round = await storeRound(getDb());
    await acceptMany(getDb(), round, 2_005);
    expect(await mixRound(getDb(), batchOf(round))).toEqual({ kind: 'mixed', nMixed: 2_000, version: 2 });
    expect(await mixRound(getDb(), batchOf(round, 1))).toEqual({ kind: 'mixed', nMixed: 5, version: 3 });
    expect(await nResponses(getDb(), round.id)).toBe(2_005);
  });

  it('leaves the answers of other rounds alone', async () => {
    const round = await storeRound(getDb());
    const other = await storeRound(getDb());
    await acceptMany(getDb(), round, 10);
    await acceptMany(getDb(), other, 10);
    await mixRound(getDb(), batchOf(round));
    expect(await countIntake(getDb(), other.id)).toBe(10);
    expect(await listTally(getDb(), other.id)).toEqual([]);
  });

  it('gives responses new ids in an order that does not follow acceptance', async () => {
    const round = await storeRound(getDb());
    const arrivals: string[] = [];
    let nIds = 0;
    // Ids that do follow acceptance, to see that nothing of them is left.
    const newId = () => `arrival-${String(nIds++).padStart(3, '0')}`;
    for (let i = 0; i < 40; i += 1) {
      const answers = { visited: 'yes', feel: 'agree', marker: `m${i}` };
      arrivals.push(answers.marker);
      await accept(getDb(), [makeSubmission(round, answers)], { newId });
    }
    await mixRound(getDb(), batchOf(round));
    const stored = await getDb()
      .selectFrom('response')
      .select(['id', 'answers'])
      .where('round_id', '=', round.id)
      .execute();
    expect(stored.some(({ id }) => id.startsWith('arrival'))).toBe(false);
    const inTableOrder = stored.map(({ answers }): string => JSON.parse(answers).marker);
    expect(inTableOrder.toSorted()).toEqual(arrivals.toSorted());
    expect(inTableOrder).not.toEqual(arrivals);
  });

  it('puts responses where chance says', async () => {
    const round = await storeRound(getDb());
    await acceptMany(getDb(), round, 10);
    const asked: number[] = [];
    const watched: Randomness = {
      newId: randomUUID,
      integerBelow: (limit) => {
        asked.push(limit);
        return limit - 1;
      },
    };
    await mixRound(getDb(), { ...batchOf(round), randomness: watched });
    expect(asked).toEqual([10, 9, 8, 7, 6, 5, 4, 3, 2]);
  });

  it('keeps the texts of an anonymous round apart from everything else its writers said', async () => {
    const round = await storeRound(getDb());
    await acceptMany(getDb(), round, 8);
    const answers = { visited: 'no', opinion: 'もっと窓口を', nickname: '匿名', sex: 'm' };
    await accept(getDb(), [makeSubmission(round, answers), makeSubmission(round, { opinion: '満足' })]);
    await mixRound(getDb(), batchOf(round));
    const texts = await listFreeTexts(getDb(), round.id);
    expect(texts.map(({ questionId, text }) => `${questionId} ${text}`).sort()).toEqual([
      'nickname 匿名',
      'opinion もっと窓口を',
      'opinion 満足',
    ]);
    const responses = await listResponses(getDb(), round.id);
    expect(responses.map((response) => response.answers)).toContainEqual({ visited: 'no', sex: 'm' });
    const ids = new Set(responses.map(({ id }) => id));
    expect(texts.some(({ id }) => ids.has(id))).toBe(false);
    const tally = await listTally(getDb(), round.id);
    expect(tally.filter(({ measure }) => /opinion|nickname/.test(measure))).toEqual([]);
  });

  it('mixes an attributed answer at once and leaves its texts in place', async () => {
    const round = await storeRound(getDb(), { audience: 'organisations' });
    const answers = { visited: 'no', opinion: '町会として' };
    await accept(getDb(), [makeSubmission(round, answers)]);
    await mixRound(getDb(), batchOf(round, 1));
    expect((await listResponses(getDb(), round.id))[0]?.answers).toEqual(answers);
    expect(await listFreeTexts(getDb(), round.id)).toEqual([]);
    const tally = await listTally(getDb(), round.id);
    expect(tally.find(({ measure }) => measure === 'question:opinion')?.value).toBe('answered');
  });

  it('mixes each answer once when several mixers come at the same moment', async () => {
    const round = await storeRound(getDb());
    await acceptMany(getDb(), round, 25);
    const outcomes = await Promise.all(Array.from({ length: 5 }, () => mixRound(getDb(), batchOf(round))));
    expect(outcomes.filter(({ kind }) => kind === 'mixed')).toHaveLength(1);
    expect(await listResponses(getDb(), round.id)).toHaveLength(25);
    expect(await nResponses(getDb(), round.id)).toBe(25);
  });

  it.runIf(dialect === 'postgres')('steps aside for another mixer and lets acceptances pass', async () => {
    const round = await storeRound(getDb());
    await acceptMany(getDb(), round, 10);
    await getDb()
      .transaction()
      .execute(async (tx) => {
        await lockRound(tx, { roundId: round.id, mode: 'counting-or-skip' });
        expect(await mixRound(getDb(), batchOf(round))).toEqual({ kind: 'busy' });
        expect(await acceptMany(getDb(), round, 1)).toEqual(['accepted']);
      });
    expect(await mixRound(getDb(), batchOf(round))).toMatchObject({ kind: 'mixed', nMixed: 11 });
  });

  it('changes nothing when its transaction fails', async () => {
    const round = await storeRound(getDb());
    await acceptMany(getDb(), round, 10);
    const fail = mixRound(getDb(), { ...batchOf(round), randomness: { ...randomness, newId: () => 'same' } });
    await expect(fail).rejects.toThrow(/unique/i);
    expect(await countIntake(getDb(), round.id)).toBe(10);
    expect(await listTally(getDb(), round.id)).toEqual([]);
  });
});
