import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { insertAccount } from '#db/queries/account.ts';
import {
  deleteExpiredSessions,
  deleteSession,
  findSessionAccount,
  insertSession,
  type Session,
} from '#db/queries/session.ts';
import { describeOnEachDatabase } from '#tests/helpers/databases.ts';

const account = {
  id: 'account',
  name: 'staff',
  displayName: '職員',
  role: 'staff',
  isDisabled: false,
} as const;
const morning = '2026-11-22T00:00:00.000Z';
const evening = '2026-11-22T12:00:00.000Z';
const makeSession = (changes: Partial<Session> = {}): Session => ({
  tokenHash: randomUUID(),
  accountId: account.id,
  createdAt: morning,
  expiresAt: evening,
  lastSeenAt: morning,
  device: 'Chrome / Windows',
  addressClass: 'private',
  ...changes,
});

describeOnEachDatabase('session', (getDb) => {
  beforeAll(() => insertAccount(getDb(), { ...account, passwordHash: 'x' }));

  it('leads to its account until it expires', async () => {
    const session = makeSession();
    await insertSession(getDb(), session);
    expect(await findSessionAccount(getDb(), { ...session, now: morning })).toEqual({
      account,
      lastSeenAt: morning,
    });
    expect(await findSessionAccount(getDb(), { ...session, now: evening })).toBeUndefined();
  });

  it('is gone after logging out', async () => {
    const session = makeSession();
    await insertSession(getDb(), session);
    await deleteSession(getDb(), session.tokenHash);
    expect(await findSessionAccount(getDb(), { ...session, now: morning })).toBeUndefined();
  });

  it('is not opened for an account that does not exist', async () => {
    await expect(insertSession(getDb(), makeSession({ accountId: 'nobody' }))).rejects.toThrow(
      /foreign key/i,
    );
  });

  it('is cleared away when it expired', async () => {
    const past = '2026-01-01T00:00:00.000Z';
    await insertSession(getDb(), makeSession({ expiresAt: past }));
    expect(await deleteExpiredSessions(getDb(), past)).toBe(1);
    expect(await deleteExpiredSessions(getDb(), past)).toBe(0);
  });
});
