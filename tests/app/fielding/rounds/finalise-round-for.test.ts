import { expect, it } from 'vitest';
import { finaliseRoundFor } from '#app/fielding/rounds/finalise-round-for.ts';
import { type Account, upsertAccount } from '#db/queries/account.ts';
import { listAuditEntries } from '#db/queries/audit.ts';
import { listErasuresDue } from '#db/queries/erasing.ts';
import { deleteKeyedEntry, upsertKeyedEntry } from '#db/queries/keyed-entry.ts';
import { listRoundResults } from '#db/queries/result.ts';
import { getRound } from '#db/queries/round.ts';
import { listRoundSteps } from '#db/queries/round-step.ts';
import { falsifyTally } from '#tests/db/final-round-fixture.ts';
import { acceptMany, storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';
import { now } from '#tests/helpers/make-round.ts';
import { useServices } from '#tests/helpers/services.ts';

const by: Account = {
  ...{ id: 'clerk-of-final', name: 'clerk-of-final', displayName: '担当' },
  ...{ role: 'staff', isDisabled: false },
};

describeOnEachDatabase('finalising a round for a clerk', (getDb, { getConnection }) => {
  const getServices = useServices({
    getConnection,
    async prepare({ db, usedCodes }) {
      await upsertAccount(db, { ...by, passwordHash: '' });
      await usedCodes.open();
    },
  });
  const finalise = async (roundId: string, account = by) =>
    finaliseRoundFor(getServices().services, { by: account, round: await getRound(getDb(), roundId) });

  async function storeClosed() {
    const round = await storeRound(getDb());
    await acceptMany(getDb(), round, 12);
    await getDb().updateTable('round').set({ state: 'closed' }).where('id', '=', round.id).execute();
    return round;
  }

  it('stores the results, writes down who did it, and leaves nothing to erase', async () => {
    const { id } = await storeClosed();
    expect(await finalise(id)).toEqual({ kind: 'finalised' });
    expect((await listRoundResults(getDb(), id)).length).toBeGreaterThan(0);
    const steps = await listRoundSteps(getDb(), id);
    expect(steps).toMatchObject([{ transition: 'finalise', actor: { id: by.id, name: '担当' } }]);
    const [entry] = await listAuditEntries(getDb(), { objectId: id, limit: 1 });
    expect(entry).toMatchObject({ action: 'round.finalised', actor: { id: by.id } });
    expect(await listErasuresDue(getDb())).toEqual([]);
    expect(await finalise(id)).toMatchObject({ refusal: { kind: 'wrong_state', state: 'finalised' } });
  });

  it('loses no form that is keyed and not settled', async () => {
    const { id: roundId } = await storeClosed();
    const entry = { accountId: by.id, batch: '', sealed: 'x', keyedAt: now };
    await upsertKeyedEntry(getDb(), { roundId, serial: '1', entry });
    await upsertKeyedEntry(getDb(), { roundId, serial: '2', entry });
    expect(await finalise(roundId)).toEqual({
      kind: 'refused',
      refusal: { kind: 'forms_open', nOpenForms: 2 },
    });
    expect((await getRound(getDb(), roundId)).state).toBe('closed');
    for (const serial of ['1', '2']) await deleteKeyedEntry(getDb(), { roundId, serial, accountId: by.id });
    expect(await finalise(roundId)).toEqual({ kind: 'finalised' });
  });

  it('stops where tally and answers disagree', async () => {
    const round = await storeClosed();
    await getServices().services.mixer.mixRest(round.id);
    await falsifyTally(getDb(), round);
    expect(await finalise(round.id)).toEqual({ kind: 'refused', refusal: { kind: 'tally_disagrees' } });
    expect((await getRound(getDb(), round.id)).state).toBe('closed');
  });

  it('is not for managers, and not for a round that is open', async () => {
    const { id } = await storeClosed();
    expect(await finalise(id, { ...by, role: 'manager' })).toMatchObject({ refusal: { kind: 'wrong_role' } });
    const open = await storeRound(getDb());
    expect(await finalise(open.id)).toMatchObject({ refusal: { kind: 'wrong_state', state: 'open' } });
  });
});
