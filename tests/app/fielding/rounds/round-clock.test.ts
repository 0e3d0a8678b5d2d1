import { expect, it } from 'vitest';
import { mixRound } from '#app/fielding/mix/mix-round.ts';
import { finaliseRound } from '#app/fielding/rounds/finalise-round.ts';
import { moveRound } from '#app/fielding/rounds/move-round.ts';
import { upsertAccount } from '#db/queries/account.ts';
import { listAuditEntries } from '#db/queries/audit.ts';
import { findDraft, upsertDraft } from '#db/queries/draft.ts';
import { answerTables, listErasuresDue, noteErasureDue } from '#db/queries/erasing.ts';
import { listFreeTexts } from '#db/queries/free-text.ts';
import { upsertKeyedEntry } from '#db/queries/keyed-entry.ts';
import { listResponses } from '#db/queries/response.ts';
import { findRound } from '#db/queries/round.ts';
import { listRoundSteps } from '#db/queries/round-step.ts';
import { listTally } from '#db/queries/tally.ts';
import { makeCodedSubmission, storeCodeRound } from '#tests/db/code-fixture.ts';
import { accept, acceptMany, randomness, storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { closesAt, makeRound } from '#tests/helpers/make-round.ts';
import { useServices } from '#tests/helpers/services.ts';

const clerk = { id: 'clerk-of-clock', displayName: '担当' };

describeOnEachDatabase('the clock of rounds', (getDb, { getConnection }) => {
  const getServices = useServices({ getConnection });
  /** The clock of a process that begins at an instant. */
  const clockAt = (instant: string) => {
    getServices().setNow(instant);
    return getServices().anotherProcess().services.roundClock;
  };
  const stateOf = async (id: string) => (await findRound(getDb(), id))?.state;

  it('opens an approved round from its opening on, not before', async () => {
    const round = await storeRound(getDb(), { state: 'approved' });
    await clockAt('2026-10-31T23:59:59.999Z').tick();
    expect(await stateOf(round.id)).toBe('approved');
    await clockAt(round.opensAt).tick();
    expect(await stateOf(round.id)).toBe('open');
    const [entry] = await listAuditEntries(getDb(), { objectId: round.id, limit: 1 });
    expect(entry).toMatchObject({ action: 'round.opened', actor: null });
  });

  it('closes an open round at its closing and mixes the rest, however few wait', async () => {
    const round = await storeRound(getDb());
    await acceptMany(getDb(), round, 3);
    await clockAt(closesAt).tick();
    expect(await findRound(getDb(), round.id)).toMatchObject({ state: 'closed', version: 1 });
  });

  it('deletes the drafts that nobody sent once their round is over', async () => {
    const round = await storeRound(getDb());
    const draft = { roundId: round.id, draftId: 'left', ciphertext: 'x', updatedAt: round.opensAt };
    await upsertDraft(getDb(), { ...draft, expiresAt: round.closesAt });
    await clockAt('2026-11-22T00:00:00.000Z').tick();
    expect(await findDraft(getDb(), draft)).toBe('x');
    await clockAt(closesAt).tick();
    expect(await findDraft(getDb(), draft)).toBeUndefined();
  });

  it('opens and closes a round whose whole time passed while no process ran', async () => {
    const round = await storeRound(getDb(), { state: 'approved' });
    const clock = clockAt('2027-01-01T00:00:00.000Z');
    await clock.tick();
    await clock.tick();
    expect(await stateOf(round.id)).toBe('closed');
  });

  it('does everything once when several processes look at the same time', async () => {
    const round = await storeRound(getDb(), { state: 'approved' });
    const clocks = Array.from({ length: 4 }, () => clockAt(round.opensAt));
    await Promise.all(clocks.map((clock) => clock.tick()));
    await Promise.all(clocks.map((clock) => clock.tick()));
    expect(await listRoundSteps(getDb(), round.id)).toHaveLength(1);
  });

  it('leaves a round open that was extended', async () => {
    const round = await storeRound(getDb());
    await moveRound(getDb(), {
      roundId: round.id,
      transition: 'extend',
      actor: { id: 'clerk', name: '担当' },
      mover: 'staff',
      needsFourEyes: true,
      note: '回収が遅れている',
      newClosesAt: '2026-12-10T00:00:00.000Z',
      seenRequest: null,
      now: '2026-11-22T03:00:00.000Z',
      afterwards: async () => {},
    });
    await clockAt(closesAt).settle(round.id);
    expect(await stateOf(round.id)).toBe('open');
  });

  it('looks by itself once started, and mixes what was left when a process died after a closing', async () => {
    const left = await storeRound(getDb());
    await acceptMany(getDb(), left, 2);
    await getDb().updateTable('round').set({ state: 'closed' }).where('id', '=', left.id).execute();
    const waiting = await storeRound(getDb(), { state: 'approved' });
    const clock = clockAt(waiting.opensAt);
    clock.start();
    await expect.poll(() => stateOf(waiting.id)).toBe('open');
    await clock.stop();
    expect((await findRound(getDb(), left.id))?.version).toBe(1);
  });

  it('erases single responses and texts when they were kept long enough; figures stay', async () => {
    const terms = { ...makeRound().terms, responsesKeptUntil: '2027-01-10' };
    const round = await storeRound(getDb(), { terms });
    const kept = await storeRound(getDb());
    for (const { id } of [round, kept]) {
      await acceptMany(getDb(), id === round.id ? round : kept, 12, { visited: 'no', opinion: 'いいまち' });
      await mixRound(getDb(), { roundId: id, minimum: 10, randomness });
      await getDb().updateTable('round').set({ state: 'finalised' }).where('id', '=', id).execute();
    }
    const tally = await listTally(getDb(), round.id);
    await clockAt('2027-01-10T14:59:59.000Z').tick();
    expect(await listResponses(getDb(), round.id)).toHaveLength(12);
    expect(await listFreeTexts(getDb(), round.id)).toHaveLength(12);
    await clockAt('2027-01-10T15:00:00.000Z').tick();
    expect(await listResponses(getDb(), round.id)).toEqual([]);
    expect(await listFreeTexts(getDb(), round.id)).toEqual([]);
    expect(await listTally(getDb(), round.id)).toEqual(tally);
    expect(await listResponses(getDb(), kept.id)).toHaveLength(12);
    const steps = await listRoundSteps(getDb(), round.id);
    expect(steps.map(({ transition, actor }) => [transition, actor])).toEqual([['erase', null]]);
    const [entry] = await listAuditEntries(getDb(), { objectId: round.id, limit: 1 });
    expect(entry).toMatchObject({ action: 'round.responses_erased', actor: null });
    await clockAt('2027-02-10T15:00:00.000Z').tick();
    expect(await listRoundSteps(getDb(), round.id)).toHaveLength(1);
  });

  it('erases whatever leads to an answer of a round that was never made final, and lets it be finalised', async () => {
    const terms = { ...makeRound().terms, responsesKeptUntil: '2027-01-10' };
    const strata = [{ stratum: '北港会', n: 2 }];
    const round = await storeCodeRound(getDb(), strata, { terms, audience: 'organisations' });
    const { id: roundId } = round;
    await accept(getDb(), [makeCodedSubmission(round, 1)]);
    await mixRound(getDb(), { roundId, minimum: 1, randomness });
    await upsertAccount(getDb(), {
      ...clerk,
      name: clerk.id,
      role: 'staff',
      isDisabled: false,
      passwordHash: '',
    });
    const entry = { accountId: clerk.id, batch: '', sealed: 'x', keyedAt: closesAt };
    await upsertKeyedEntry(getDb(), { roundId, serial: '1', entry });
    const expiring = { updated_at: closesAt, expires_at: closesAt };
    const db = getDb();
    await db
      .insertInto('draft')
      .values({ round_id: roundId, draft_id: 'd', ciphertext: 'x', ...expiring })
      .execute();
    await db
      .insertInto('free_text')
      .values({ round_id: roundId, id: 't', question_id: 'opinion', text: 'いいまち' })
      .execute();
    const staged = { row_no: 1, key_hash: 'k', code_hash: null, stratum: 'all', answers: '{}' };
    await db
      .insertInto('import_row')
      .values({ round_id: roundId, import_id: 'i', ...staged })
      .execute();
    await accept(db, [makeCodedSubmission(round, 2)]);
    const filled = async () => {
      const found = await Promise.all(
        answerTables.map((table) =>
          db.selectFrom(table).select('round_id').where('round_id', '=', roundId).executeTakeFirst(),
        ),
      );
      return answerTables.filter((_, index) => found[index] !== undefined);
    };
    await db.updateTable('round').set({ state: 'closed' }).where('id', '=', roundId).execute();
    expect(await filled()).toEqual(answerTables);
    await clockAt('2027-01-11T00:00:00.000Z').tick();
    expect(await filled()).toEqual([]);
    const tally = await listTally(getDb(), roundId);
    expect(tally.length).toBeGreaterThan(0);
    expect(tally.filter(({ stratum }) => stratum !== 'all')).toEqual([]);
    const outcome = await finaliseRound(getDb(), {
      ...{ roundId, randomness, evaluate: () => [], actor: null, mover: 'staff', now: closesAt },
      afterwards: async () => {},
    });
    expect(outcome.kind).toBe('finalised');
  });

  it('goes on with an erasing that an earlier process did not come to', async () => {
    await noteErasureDue(getDb());
    await getServices().anotherProcess().services.eraser.start();
    expect(await listErasuresDue(getDb())).toEqual([]);
  });
});
