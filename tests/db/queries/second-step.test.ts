import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import { insertAccount } from '#db/queries/account.ts';
import {
  confirmTotp,
  deleteTotp,
  findTotp,
  insertUnconfirmedTotp,
  listTotpAccounts,
  nRecoveryCodes,
  replaceRecoveryCodes,
  useRecoveryCode,
  useTotpStep,
} from '#db/queries/second-step.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';

const now = '2026-11-22T00:00:00.000Z';

describeOnEachDatabase('the second step', (getDb) => {
  async function makeAccount(): Promise<string> {
    const id = randomUUID();
    const account = { id, name: id, displayName: '職員', role: 'staff', isDisabled: false } as const;
    await insertAccount(getDb(), { ...account, passwordHash: 'x' });
    return id;
  }

  async function makeConfirmed(): Promise<string> {
    const accountId = await makeAccount();
    await insertUnconfirmedTotp(getDb(), { accountId, sealedSecret: 'sealed' });
    await confirmTotp(getDb(), { accountId, step: 100, now });
    return accountId;
  }

  it('is not asked for until it is confirmed, and may be started anew until then', async () => {
    const accountId = await makeAccount();
    expect(await findTotp(getDb(), accountId)).toBeUndefined();
    expect(await insertUnconfirmedTotp(getDb(), { accountId, sealedSecret: 'one' })).toBe(true);
    expect(await insertUnconfirmedTotp(getDb(), { accountId, sealedSecret: 'two' })).toBe(true);
    expect(await findTotp(getDb(), accountId)).toEqual({ sealedSecret: 'two', isConfirmed: false });
    expect((await listTotpAccounts(getDb())).has(accountId)).toBe(false);
    expect(await confirmTotp(getDb(), { accountId, step: 100, now })).toBe(true);
    expect((await findTotp(getDb(), accountId))?.isConfirmed).toBe(true);
    expect((await listTotpAccounts(getDb())).has(accountId)).toBe(true);
  });

  it('is not replaced once it is confirmed', async () => {
    const accountId = await makeConfirmed();
    expect(await insertUnconfirmedTotp(getDb(), { accountId, sealedSecret: 'other' })).toBe(false);
    expect((await findTotp(getDb(), accountId))?.sealedSecret).toBe('sealed');
    expect(await confirmTotp(getDb(), { accountId, step: 1, now })).toBe(false);
  });

  it('takes each time step once, also from many at once, and none that is older', async () => {
    const accountId = await makeConfirmed();
    expect(await useTotpStep(getDb(), { accountId, step: 100 })).toBe(false);
    const used = await Promise.all(
      Array.from({ length: 10 }, () => useTotpStep(getDb(), { accountId, step: 102 })),
    );
    expect(used.filter(Boolean)).toHaveLength(1);
    expect(await useTotpStep(getDb(), { accountId, step: 101 })).toBe(false);
    expect(await useTotpStep(getDb(), { accountId, step: 103 })).toBe(true);
  });

  it('takes each recovery code once, and those of its own account only', async () => {
    const [accountId, other] = [await makeConfirmed(), await makeConfirmed()];
    await replaceRecoveryCodes(getDb(), { accountId, codeHashes: ['a', 'b'] });
    expect(await useRecoveryCode(getDb(), { accountId: other, codeHash: 'a' })).toBe(false);
    const used = await Promise.all(
      Array.from({ length: 10 }, () => useRecoveryCode(getDb(), { accountId, codeHash: 'a' })),
    );
    expect(used.filter(Boolean)).toHaveLength(1);
    expect(await nRecoveryCodes(getDb(), accountId)).toBe(1);
    await replaceRecoveryCodes(getDb(), { accountId, codeHashes: ['c'] });
    expect(await useRecoveryCode(getDb(), { accountId, codeHash: 'b' })).toBe(false);
  });

  it('ends together with its recovery codes', async () => {
    const accountId = await makeConfirmed();
    await replaceRecoveryCodes(getDb(), { accountId, codeHashes: ['a'] });
    expect(await deleteTotp(getDb(), accountId)).toBe(true);
    expect(await findTotp(getDb(), accountId)).toBeUndefined();
    expect(await nRecoveryCodes(getDb(), accountId)).toBe(0);
    expect(await deleteTotp(getDb(), accountId)).toBe(false);
  });
});
