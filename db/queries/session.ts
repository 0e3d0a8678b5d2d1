import { z } from 'zod';
import type { Db } from '#db/dialect.ts';
import { type Account, toAccount } from '#db/queries/account.ts';

/** A log-in; the token itself is known to the browser only. Times are ISO-8601 UTC. */
export interface Session {
  readonly tokenHash: string;
  readonly accountId: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  /** When the last request came, give or take a minute. */
  readonly lastSeenAt: string;
  /** Browser and system, as in `Chrome / Windows`. */
  readonly device: string;
  /** Where it came from, coarsely; the address itself is not kept. */
  readonly addressClass: AddressClass;
}

/** `local`: the server's own machine; `private`: a network like the office's; `public`: anywhere else. */
export const addressClasses = ['local', 'private', 'public', 'unknown'] as const;
export type AddressClass = (typeof addressClasses)[number];
const addressClassSchema = z.enum(addressClasses);

/** Stores a session. @throws when the account does not exist */
export async function insertSession(db: Db, session: Session): Promise<void> {
  await db
    .insertInto('session')
    .values({
      token_hash: session.tokenHash,
      account_id: session.accountId,
      created_at: session.createdAt,
      expires_at: session.expiresAt,
      last_seen_at: session.lastSeenAt,
      device: session.device,
      address_class: session.addressClass,
    })
    .execute();
}

/**
 * The account of a session that lasts beyond `now`, with the instant it was last seen; undefined when
 * unknown, expired or disabled.
 */
export async function findSessionAccount(
  db: Db,
  input: { readonly tokenHash: string; readonly now: string },
): Promise<{ readonly account: Account; readonly lastSeenAt: string } | undefined> {
  const row = await db
    .selectFrom('session')
    .innerJoin('account', 'account.id', 'session.account_id')
    .selectAll('account')
    .select(['session.created_at', 'session.last_seen_at'])
    .where('session.token_hash', '=', input.tokenHash)
    .where('session.expires_at', '>', input.now)
    .where('account.is_disabled', '=', 0)
    .executeTakeFirst();
  return row && { account: toAccount(row), lastSeenAt: row.last_seen_at ?? row.created_at };
}

/** Notes that a session was used; one that does not exist is no error. */
export async function touchSession(
  db: Db,
  input: { readonly tokenHash: string; readonly now: string },
): Promise<void> {
  await db
    .updateTable('session')
    .set({ last_seen_at: input.now })
    .where('token_hash', '=', input.tokenHash)
    .execute();
}

/** The sessions of an account that last beyond `now`, the one used last first; none when there are none. */
export async function listSessions(
  db: Db,
  input: { readonly accountId: string; readonly now: string },
): Promise<readonly Session[]> {
  const rows = await db
    .selectFrom('session')
    .selectAll()
    .where('account_id', '=', input.accountId)
    .where('expires_at', '>', input.now)
    .execute();
  return rows
    .map((row) => ({
      tokenHash: row.token_hash,
      accountId: row.account_id,
      createdAt: row.created_at,
      expiresAt: row.expires_at,
      lastSeenAt: row.last_seen_at ?? row.created_at,
      device: row.device ?? '',
      addressClass: addressClassSchema.catch('unknown').parse(row.address_class),
    }))
    .sort((a, b) => (a.lastSeenAt > b.lastSeenAt ? -1 : 1));
}

/** Ends one session of an account, or all but one; says how many ended. Others' sessions are never touched. */
export async function deleteSessionsOf(
  db: Db,
  input: {
    readonly accountId: string;
    readonly only?: string | undefined;
    readonly except?: string | undefined;
  },
): Promise<number> {
  let query = db.deleteFrom('session').where('account_id', '=', input.accountId);
  if (input.only !== undefined) query = query.where('token_hash', '=', input.only);
  if (input.except !== undefined) query = query.where('token_hash', '!=', input.except);
  const { numDeletedRows } = await query.executeTakeFirstOrThrow();
  return Number(numDeletedRows);
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
