import { expect, it } from 'vitest';
import { connect, type Db } from '#db/connect.ts';
import { listDayCounts } from '#db/queries/day-count.ts';
import { findDraft, upsertDraft } from '#db/queries/draft.ts';
import { countIntake } from '#db/queries/intake.ts';
import { hasSubmission } from '#db/queries/submission.ts';
import { nResponses } from '#db/queries/tally.ts';
import type { Answers } from '#surveys/response/answers.ts';
import type { AcceptanceOutcome } from '#surveys/response/submission.ts';
import { makeCodedSubmission, storeCodeRound } from '#tests/db/code-fixture.ts';
import { accept, makeSubmission, storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { closesAt, now, opensAt } from '#tests/helpers/make-round.ts';
import { putRoundInState } from '#tests/helpers/round-state.ts';

describeOnEachDatabase('acceptSubmissions', (getDb, { dialect, getUrl, untilSomebodyWaits }) => {
  /** Separate connections on PostgreSQL; SQLite has one serving process with one connection. */
  const withConnections = async (n: number, work: (db: Db, index: number) => Promise<void>) => {
    const connections = Array.from({ length: dialect === 'postgres' ? n : 0 }, () => connect(getUrl()));
    await Promise.all(
      Array.from({ length: n }, (_, index) => work(connections[index]?.db ?? getDb(), index)),
    );
    await Promise.all(connections.map(({ close }) => close()));
  };

  it('puts the answers of a new submission where they wait for mixing', async () => {
    const round = await storeRound(getDb());
    const submission = makeSubmission(round);
    expect(await accept(getDb(), [submission])).toEqual(['accepted']);
    expect(await countIntake(getDb(), round.id)).toBe(1);
    expect(await nResponses(getDb(), round.id)).toBe(1);
    expect(await hasSubmission(getDb(), submission)).toBe(true);
    expect(await hasSubmission(getDb(), { ...submission, keyHash: 'other' })).toBe(false);
  });

  it('accepts nothing from nothing', async () => {
    expect(await accept(getDb(), [])).toEqual([]);
  });

  it('counts a key once that comes several times in one batch, and keeps its first answers', async () => {
    const round = await storeRound(getDb());
    const first = makeSubmission(round, { visited: 'no' });
    const again = makeSubmission(round, { visited: 'yes' }, { keyHash: first.keyHash });
    const other = makeSubmission(round);
    const outcomes = await accept(getDb(), [first, again, other, first]);
    expect(outcomes).toEqual(['accepted', 'repeated', 'accepted', 'repeated']);
    const stored = await getDb()
      .selectFrom('intake')
      .select('answers')
      .where('round_id', '=', round.id)
      .execute();
    const answers = stored.map((row): Answers => JSON.parse(row.answers));
    expect(answers).toContainEqual({ visited: 'no' });
    expect(answers).toHaveLength(2);
  });

  it('counts a key once that came before', async () => {
    const round = await storeRound(getDb());
    const submission = makeSubmission(round);
    await accept(getDb(), [submission]);
    expect(await accept(getDb(), [submission, makeSubmission(round)])).toEqual(['repeated', 'accepted']);
    expect(await nResponses(getDb(), round.id)).toBe(2);
  });

  it('counts a key once that ten connections send at the same moment', async () => {
    const round = await storeRound(getDb());
    const submission = makeSubmission(round);
    const outcomes: (readonly AcceptanceOutcome[])[] = [];
    await withConnections(10, async (db) => {
      outcomes.push(await accept(db, [makeSubmission(round), submission, makeSubmission(round)]));
    });
    const ofKey = outcomes.map((batch) => batch[1]);
    expect(ofKey.filter((outcome) => outcome === 'accepted')).toHaveLength(1);
    expect(ofKey.filter((outcome) => outcome === 'repeated')).toHaveLength(9);
    expect(await countIntake(getDb(), round.id)).toBe(21);
  });

  it('survives batches that share keys in opposite orders', async () => {
    const round = await storeRound(getDb());
    const submissions = Array.from({ length: 40 }, () => makeSubmission(round));
    await withConnections(6, async (db, index) => {
      await accept(db, index % 2 ? submissions : submissions.toReversed());
    });
    expect(await countIntake(getDb(), round.id)).toBe(40);
  });

  it('refuses residents outside the dates and a round that is not open', async () => {
    const round = await storeRound(getDb());
    const draft = await storeRound(getDb(), { state: 'draft' });
    const submission = makeSubmission(round);
    expect(await accept(getDb(), [submission], { now: '2026-10-31T23:59:59.999Z' })).toEqual(['not_open']);
    expect(await accept(getDb(), [submission], { now: closesAt })).toEqual(['not_open']);
    expect(await accept(getDb(), [makeSubmission(draft)])).toEqual(['not_open']);
    const nowhere = makeSubmission({ ...round, id: 'nowhere' });
    expect(await accept(getDb(), [submission, nowhere], { now: opensAt })).toEqual(['accepted', 'not_open']);
  });

  it('refuses a new key after closing but knows one that was accepted', async () => {
    const round = await storeRound(getDb());
    const submission = makeSubmission(round);
    await accept(getDb(), [submission]);
    await putRoundInState(getDb(), { roundId: round.id, from: 'open', to: 'closed' });
    expect(await accept(getDb(), [makeSubmission(round), submission])).toEqual(['not_open', 'repeated']);
    expect(await nResponses(getDb(), round.id)).toBe(1);
  });

  it('takes late paper until the round is finalised', async () => {
    const closed = await storeRound(getDb(), { state: 'closed' });
    const finalised = await storeRound(getDb(), { state: 'finalised' });
    const batch = [closed, finalised].map((round) =>
      makeSubmission(round, { visited: 'no' }, { channel: 'paper' }),
    );
    expect(await accept(getDb(), batch)).toEqual(['accepted', 'not_open']);
  });

  it('deletes the draft it came from and leaves others, those of refused submissions too', async () => {
    const round = await storeRound(getDb());
    const closed = await storeRound(getDb(), { state: 'closed' });
    const draft = { ciphertext: 'x', updatedAt: now, expiresAt: closesAt };
    for (const [roundId, draftId] of [
      [round.id, 'sent'],
      [round.id, 'other'],
      [closed.id, 'sent'],
    ] as const) {
      await upsertDraft(getDb(), { ...draft, roundId, draftId });
    }
    const batch = [round, closed].map((target) => makeSubmission(target, {}, { draftId: 'sent' }));
    await accept(getDb(), batch);
    expect(await findDraft(getDb(), { roundId: round.id, draftId: 'sent' })).toBeUndefined();
    expect(await findDraft(getDb(), { roundId: round.id, draftId: 'other' })).toBe('x');
    expect(await findDraft(getDb(), { roundId: closed.id, draftId: 'sent' })).toBe('x');
  });

  it('counts day, language, device and channel once per accepted answer, over all writers', async () => {
    const round = await storeRound(getDb());
    const phone = makeSubmission(round);
    const tablet = makeSubmission(round, {}, { counters: { language: 'en', device: 'tablet' } });
    await accept(getDb(), [phone, tablet]);
    await accept(getDb(), [phone, makeSubmission(round)], { writer: 1 });
    await accept(getDb(), [makeSubmission(round)], { day: '2026-11-23' });
    const counts = (await listDayCounts(getDb(), round.id)).map(
      ({ day, dimension, value, n }) => `${day} ${dimension} ${value} ${n}`,
    );
    expect(counts).toEqual([
      '2026-11-22 channel web 3',
      '2026-11-22 device phone 2',
      '2026-11-22 device tablet 1',
      '2026-11-22 language en 1',
      '2026-11-22 language ja 2',
      '2026-11-23 channel web 1',
      '2026-11-23 device phone 1',
      '2026-11-23 language ja 1',
    ]);
  });

  it('asks the database as often for sixty answers as for three', async () => {
    const [open, closed] = [await storeRound(getDb()), await storeRound(getDb(), { state: 'closed' })];
    const coded = await storeCodeRound(getDb(), [{ stratum: 'north', n: 30 }]);
    const countStatements = async (serials: readonly number[]) => {
      let n = 0;
      const db = getDb().withPlugin({
        transformQuery({ node }) {
          n += 1;
          return node;
        },
        transformResult: async ({ result }) => result,
      });
      const batch = serials.flatMap((serial) => [
        makeSubmission(open, {}, { draftId: `draft-${serial}` }),
        makeCodedSubmission(coded, serial),
        makeSubmission(closed),
      ]);
      const outcomes = await accept(db, batch);
      expect(outcomes).toEqual(serials.flatMap(() => ['accepted', 'accepted', 'not_open']));
      return n;
    };
    const forFew = await countStatements([1]);
    expect(forFew).toBeLessThanOrEqual(10);
    expect(await countStatements(Array.from({ length: 20 }, (_, index) => index + 2))).toBe(forFew);
  });

  it('stores nothing of a batch whose transaction fails', async () => {
    const round = await storeRound(getDb());
    const submission = makeSubmission(round);
    const fail = getDb()
      .transaction()
      .execute(async (tx) => {
        await accept(tx, [submission]);
        throw new Error('power cut');
      });
    await expect(fail).rejects.toThrow('power cut');
    expect(await hasSubmission(getDb(), submission)).toBe(false);
    expect(await nResponses(getDb(), round.id)).toBe(0);
    expect(await accept(getDb(), [submission])).toEqual(['accepted']);
  });

  it('lets no acceptance commit after the round was closed', async () => {
    const round = await storeRound(getDb());
    const closing = { roundId: round.id, from: 'open', to: 'closed' } as const;
    const order: string[] = [];
    let closed: Promise<void> | undefined;
    await getDb()
      .transaction()
      .execute(async (tx) => {
        await accept(tx, [makeSubmission(round)]);
        closed = putRoundInState(getDb(), closing).then((isDone) => void order.push(`closed ${isDone}`));
        await untilSomebodyWaits();
        order.push('accepted');
      });
    await closed;
    expect(order).toEqual(['accepted', 'closed true']);
    expect(await accept(getDb(), [makeSubmission(round)])).toEqual(['not_open']);
  });
});
