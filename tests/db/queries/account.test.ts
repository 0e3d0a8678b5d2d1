import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import {
  type AccountForLogin,
  countEnabledAdmins,
  findAccountById,
  findAccountForLogin,
  insertAccount,
  listAccounts,
  updateAccountDisabled,
  updateAccountPassword,
  updateAccountRole,
  upsertAccount,
} from '#db/queries/account.ts';
import { findSessionAccount, insertSession } from '#db/queries/session.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';

const makeAccount = (changes: Partial<AccountForLogin> = {}): AccountForLogin => ({
  id: randomUUID(),
  name: `name-${randomUUID()}`,
  displayName: '此花 花子',
  role: 'staff',
  passwordHash: '$argon2id$…',
  isDisabled: false,
  ...changes,
});

describeOnEachDatabase('account', (getDb) => {
  it('finds an account by its log-in name, with the password hash', async () => {
    const account = makeAccount();
    await insertAccount(getDb(), account);
    expect(await findAccountForLogin(getDb(), account.name)).toEqual(account);
    expect(await findAccountForLogin(getDb(), 'nobody')).toBeUndefined();
  });

  it('refuses a taken log-in name', async () => {
    const account = makeAccount();
    await insertAccount(getDb(), account);
    await expect(insertAccount(getDb(), makeAccount({ name: account.name }))).rejects.toThrow(/unique/i);
  });

  it('keeps the id when an account is stored again under its name', async () => {
    const account = makeAccount();
    await upsertAccount(getDb(), account);
    await upsertAccount(getDb(), { ...account, id: randomUUID(), role: 'admin' });
    expect(await findAccountForLogin(getDb(), account.name)).toEqual({ ...account, role: 'admin' });
  });

  it('lists accounts by name, without password hashes', async () => {
    await insertAccount(getDb(), makeAccount({ name: '0-first' }));
    const accounts = await listAccounts(getDb());
    expect(accounts[0]?.name).toBe('0-first');
    expect(accounts.some((account) => 'passwordHash' in account)).toBe(false);
  });

  it('ends the sessions of an account that is disabled', async () => {
    const account = makeAccount();
    await insertAccount(getDb(), account);
    const session = {
      tokenHash: randomUUID(),
      accountId: account.id,
      createdAt: '2026-11-22T00:00:00.000Z',
      expiresAt: '2026-11-22T12:00:00.000Z',
      lastSeenAt: '2026-11-22T00:00:00.000Z',
      device: 'Chrome / Windows',
      addressClass: 'private',
    } as const;
    await insertSession(getDb(), session);
    expect(await updateAccountDisabled(getDb(), { name: account.name, isDisabled: true })).toBe(true);
    expect(await updateAccountDisabled(getDb(), { name: account.name, isDisabled: false })).toBe(true);
    expect(await findSessionAccount(getDb(), { ...session, now: session.createdAt })).toBeUndefined();
    expect(await updateAccountDisabled(getDb(), { name: 'nobody', isDisabled: true })).toBe(false);
  });

  it('takes another role and another password, found by its id', async () => {
    const account = makeAccount();
    await insertAccount(getDb(), account);
    expect(await updateAccountRole(getDb(), { id: account.id, role: 'manager' })).toBe(true);
    expect(await updateAccountPassword(getDb(), { id: account.id, passwordHash: 'new' })).toBe(true);
    expect(await findAccountById(getDb(), account.id)).toEqual({
      ...account,
      role: 'manager',
      passwordHash: 'new',
    });
    expect(await updateAccountRole(getDb(), { id: 'nobody', role: 'manager' })).toBe(false);
    expect(await updateAccountPassword(getDb(), { id: 'nobody', passwordHash: 'new' })).toBe(false);
    expect(await findAccountById(getDb(), 'nobody')).toBeUndefined();
  });

  it('counts as an admin while it is one and may sign in', async () => {
    const before = await countEnabledAdmins(getDb());
    const account = makeAccount();
    await insertAccount(getDb(), { ...account, role: 'admin' });
    expect(await countEnabledAdmins(getDb())).toBe(before + 1);
    await updateAccountDisabled(getDb(), { name: account.name, isDisabled: true });
    expect(await countEnabledAdmins(getDb())).toBe(before);
  });
});
