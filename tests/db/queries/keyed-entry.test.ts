import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Db } from '#db/connect.ts';
import { insertAccount } from '#db/queries/account.ts';
import {
  countOpenForms,
  deleteKeyedForm,
  listKeyedEntries,
  listOpenForms,
  upsertKeyedEntry,
} from '#db/queries/keyed-entry.ts';
import { addKeyingCounts, listKeyingCounts } from '#db/queries/keying-count.ts';
import { findSettler, upsertSettler } from '#db/queries/paper-setting.ts';
import { storeRound } from '#tests/db/round-fixture.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';

const at = (minute: number) => `2026-11-22T03:0${minute}:00.000Z`;

async function makeAccount(db: Db): Promise<string> {
  const id = randomUUID();
  await insertAccount(db, {
    id,
    name: `name-${id}`,
    displayName: '入力する人',
    role: 'staff',
    isDisabled: false,
    passwordHash: 'hash',
  });
  return id;
}

describeOnEachDatabase('keyed paper forms', (getDb) => {
  it('keeps one entry for each account, the last it keyed', async () => {
    const db = getDb();
    const { id: roundId } = await storeRound(db);
    const [a, b] = [await makeAccount(db), await makeAccount(db)];
    const form = { roundId, serial: '7' };
    await upsertKeyedEntry(db, {
      ...form,
      entry: { accountId: a, batch: '', sealed: 'slip', keyedAt: at(1) },
    });
    await upsertKeyedEntry(db, {
      ...form,
      entry: { accountId: a, batch: '', sealed: 'first', keyedAt: at(2) },
    });
    await upsertKeyedEntry(db, {
      ...form,
      entry: { accountId: b, batch: 'x', sealed: 'second', keyedAt: at(3) },
    });
    expect((await listKeyedEntries(db, form)).map(({ sealed }) => sealed)).toEqual(['first', 'second']);
    expect(await countOpenForms(db, roundId)).toBe(1);
    expect(await listOpenForms(db, roundId)).toMatchObject([{ serial: '7', entries: [{}, { batch: 'x' }] }]);
  });

  it('deletes a form once, with all its entries and no other', async () => {
    const db = getDb();
    const { id: roundId } = await storeRound(db);
    const [a, b] = [await makeAccount(db), await makeAccount(db)];
    const form = { roundId, serial: '1' };
    for (const accountId of [a, b]) {
      const entry = { accountId, batch: '', sealed: 'x', keyedAt: at(1) };
      await upsertKeyedEntry(db, { ...form, entry });
      await upsertKeyedEntry(db, { ...form, serial: '2', entry });
    }
    expect(await deleteKeyedForm(db, form)).toBe(true);
    expect(await deleteKeyedForm(db, form)).toBe(false);
    expect(await listKeyedEntries(db, form)).toEqual([]);
    expect(await listOpenForms(db, roundId)).toMatchObject([{ serial: '2', entries: [{}, {}] }]);
  });

  it('adds up the counts of keyed fields', async () => {
    const db = getDb();
    const { id: roundId } = await storeRound(db);
    const counts = [
      { questionId: 'feel', nKeyed: 2, nWrong: 1 },
      { questionId: 'visited', nKeyed: 2, nWrong: 0 },
    ];
    await addKeyingCounts(db, { roundId, counts });
    await addKeyingCounts(db, { roundId, counts });
    expect(await listKeyingCounts(db, roundId)).toEqual([
      { questionId: 'feel', nKeyed: 4, nWrong: 2 },
      { questionId: 'visited', nKeyed: 4, nWrong: 0 },
    ]);
  });

  it('knows who may settle once it was set', async () => {
    const db = getDb();
    const { id: roundId } = await storeRound(db);
    expect(await findSettler(db, roundId)).toBeUndefined();
    await upsertSettler(db, { roundId, settler: 'anyone' });
    await upsertSettler(db, { roundId, settler: 'anyone' });
    expect(await findSettler(db, roundId)).toBe('anyone');
  });
});
