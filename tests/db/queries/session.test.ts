import { randomUUID } from 'node:crypto';
import { beforeAll, expect, it } from 'vitest';
import { insertAccount } from '#db/queries/account.ts';
import {
  deleteExpiredSessions,
  deleteSession,
  deleteSessionsOf,
  findSessionAccount,
  insertSession,
  listSessions,
  type Session,
  touchSession,
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

  async function makeOwner(): Promise<string> {
    const id = randomUUID();
    await insertAccount(getDb(), { ...account, id, name: id, passwordHash: 'x' });
    return id;
  }

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

  it('is listed for its account with device and last use, the latest first, until it expires', async () => {
    const owner = await makeOwner();
    const early = makeSession({ accountId: owner, lastSeenAt: '2026-11-22T01:00:00.000Z' });
    const late = makeSession({ accountId: owner, lastSeenAt: '2026-11-22T02:00:00.000Z' });
    for (const session of [early, late]) await insertSession(getDb(), session);
    expect(await listSessions(getDb(), { accountId: owner, now: morning })).toEqual([late, early]);
    const seen = '2026-11-22T03:00:00.000Z';
    await touchSession(getDb(), { tokenHash: early.tokenHash, now: seen });
    expect(await listSessions(getDb(), { accountId: owner, now: morning })).toEqual([
      { ...early, lastSeenAt: seen },
      late,
    ]);
    expect(await listSessions(getDb(), { accountId: owner, now: evening })).toEqual([]);
  });

  it('is ended by its account alone: one, all but one, or all', async () => {
    const [owner, stranger] = [await makeOwner(), await makeOwner()];
    const sessions = Array.from({ length: 4 }, () => makeSession({ accountId: owner }));
    for (const session of sessions) await insertSession(getDb(), session);
    const [first, second] = sessions.map(({ tokenHash }) => tokenHash);
    expect(await deleteSessionsOf(getDb(), { accountId: stranger, only: first })).toBe(0);
    expect(await deleteSessionsOf(getDb(), { accountId: owner, only: first })).toBe(1);
    expect(await deleteSessionsOf(getDb(), { accountId: owner, except: second })).toBe(2);
    expect(await deleteSessionsOf(getDb(), { accountId: owner })).toBe(1);
  });
});
