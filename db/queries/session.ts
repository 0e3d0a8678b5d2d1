import type { Db } from '#db/dialect.ts';
import { type Account, toAccount } from '#db/queries/account.ts';

/** A log-in; the token itself is known to the browser only. Times are ISO-8601 UTC. */
export interface Session {
  readonly tokenHash: string;
  readonly accountId: string;
  readonly createdAt: string;
  readonly expiresAt: string;
}

/** Stores a session. @throws when the account does not exist */
export async function insertSession(db: Db, session: Session): Promise<void> {
  await db
    .insertInto('session')
    .values({
      token_hash: session.tokenHash,
      account_id: session.accountId,
      created_at: session.createdAt,
      expires_at: session.expiresAt,
    })
    .execute();
}

/** The account of a session that lasts beyond `now`; undefined when unknown, expired or disabled. */
export async function findSessionAccount(
  db: Db,
  input: { readonly tokenHash: string; readonly now: string },
): Promise<Account | undefined> {
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .selectAll('account')
    .where('session.token_hash', '=', input.tokenHash)
    .where('session.expires_at', '>', input.now)
    .where('account.is_disabled', '=', 0)
    .executeTakeFirst();
  return row && toAccount(row);
}

/** Ends a session; one that does not exist is no error. */
export async function deleteSession(db: Db, tokenHash: string): Promise<void> {
  await db.deleteFrom('session').where('token_hash', '=', tokenHash).execute();
}

/** Deletes the sessions that expired at or before an instant and says how many. */
export async function deleteExpiredSessions(db: Db, now: string): Promise<number> {
  const { numDeletedRows } = await db
    .deleteFrom('session')
    .where('expires_at', '<=', now)
    .executeTakeFirstOrThrow();
  return Number(numDeletedRows);
}
