import type { ExpressionBuilder } from 'kysely';
import { z } from 'zod';
import type { Db } from '#db/dialect.ts';
import { type Role, roles } from '#db/queries/account.ts';
import type { Database } from '#db/schema/database.ts';
import type { InvitationTable } from '#db/schema/people.ts';

/** A one-time link by which somebody chooses a password; the token is in the link only. Times are ISO-8601 UTC. */
export interface Invitation {
  readonly tokenHash: string;
  /** The account that gets another password; null when the link makes a new account. */
  readonly accountId: string | null;
  readonly name: string;
  readonly displayName: string;
  readonly role: Role;
  readonly createdAt: string;
  readonly expiresAt: string;
  /** The account of the admin who made it; null for one made before this was kept. */
  readonly madeBy: string | null;
}

/** Stores a link; an earlier one for the same log-in name is good no longer. */
export async function replaceInvitation(db: Db, invitation: Invitation): Promise<void> {
  const columns = {
    token_hash: invitation.tokenHash,
    account_id: invitation.accountId,
    display_name: invitation.displayName,
    role: invitation.role,
    created_at: invitation.createdAt,
    expires_at: invitation.expiresAt,
    made_by: invitation.madeBy,
  };
  await db
    .insertInto('invitation')
    .values({ name: invitation.name, ...columns })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(columns))
    .execute();
}

/**
 * The link with this token that lasts beyond `now`; undefined when unknown, used or expired, or when who made
 * it may make none any more.
 */
export async function findInvitation(
  db: Db,
  input: { readonly tokenHash: string; readonly now: string },
): Promise<Invitation | undefined> {
  const row = await db
    .selectFrom('invitation')
    .selectAll()
    .where('token_hash', '=', input.tokenHash)
    .where('expires_at', '>', input.now)
    .where(isOfAdmin)
    .executeTakeFirst();
  return row && toInvitation(row);
}

/** Uses up a link: of several who try at once one gets it. Undefined as for `findInvitation`. */
export async function takeInvitation(
  tx: Db,
  input: { readonly tokenHash: string; readonly now: string },
): Promise<Invitation | undefined> {
  const row = await tx
    .deleteFrom('invitation')
    .where('token_hash', '=', input.tokenHash)
    .where('expires_at', '>', input.now)
    .where(isOfAdmin)
    .returningAll()
    .executeTakeFirst();
  return row && toInvitation(row);
}

/** Withdraws the link for a log-in name. True when there was one. */
export async function deleteInvitation(db: Db, name: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('invitation')
    .where('name', '=', name)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** Withdraws every link an account made and gives their log-in names, in order; none when there were none. */
export async function deleteInvitationsMadeBy(db: Db, accountId: string): Promise<readonly string[]> {
  const rows = await db.deleteFrom('invitation').where('made_by', '=', accountId).returning('name').execute();
  return rows.map(({ name }) => name).sort();
}

/** All links, expired ones too, in the order of log-in names. */
export async function listInvitations(db: Db): Promise<readonly Invitation[]> {
  const rows = await db.selectFrom('invitation').selectAll().orderBy('name').execute();
  return rows.map(toInvitation);
}

/** A link made while its admin was being stopped must not outlive the rights it was made with. */
function isOfAdmin(eb: ExpressionBuilder<Database, 'invitation'>) {
  const admin = eb
    .selectFrom('account')
    .select('account.id')
    .whereRef('account.id', '=', 'invitation.made_by')
    .where('account.role', '=', 'admin')
    .where('account.is_disabled', '=', 0);
  return eb.or([eb('invitation.made_by', 'is', null), eb.exists(admin)]);
}

function toInvitation(row: InvitationTable): Invitation {
  return {
    tokenHash: row.token_hash,
    accountId: row.account_id,
    name: row.name,
    displayName: row.display_name,
    role: z.enum(roles).parse(row.role),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    madeBy: row.made_by,
  };
}
