import { randomUUID } from 'node:crypto';
import type { Db } from '#db/connect.ts';
import { type Account, insertAccount } from '#db/queries/account.ts';

/** Makes an account of staff that nobody can log in with. */
export async function makeAccount(db: Db, displayName = '入力する人'): Promise<Account> {
  const id = randomUUID();
  const account = { id, name: id, displayName, role: 'staff', isDisabled: false } as const;
  await insertAccount(db, { ...account, passwordHash: 'hash' });
  return account;
}
