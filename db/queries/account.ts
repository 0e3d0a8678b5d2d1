import { z } from 'zod';
import type { Db } from '#db/dialect.ts';

/** What an account may do; admins may do everything. */
export const roles = ['staff', 'manager', 'admin'] as const;
export type Role = (typeof roles)[number];
const roleSchema = z.enum(roles);

/** The longest log-in name, in UTF-16 units. */
export const maximumLoginName = 64;

/** Someone who signs in, without the password. */
export interface Account {
  readonly id: string;
  /** The log-in name, unique, of `maximumLoginName` at most. */
  readonly name: string;
  readonly displayName: string;
  readonly role: Role;
  readonly isDisabled: boolean;
}

/** An account as the log-in needs it. */
export interface AccountForLogin extends Account {
  readonly passwordHash: string;
}

/**
 * Stores a new account.
 * @throws the database's unique violation when the name is taken: see `findAccountForLogin`
 */
export async function insertAccount(db: Db, account: AccountForLogin): Promise<void> {
  await db
    .insertInto('account')
    .values({ id: account.id, ...toColumns(account) })
    .execute();
}

/** Stores an account under its log-in name; one that exists keeps its id and takes the other values. */
export async function upsertAccount(db: Db, account: AccountForLogin): Promise<void> {
  const columns = toColumns(account);
  await db
    .insertInto('account')
    .values({ id: account.id, ...columns })
    .onConflict((conflict) => conflict.column('name').doUpdateSet(columns))
    .execute();
}

/** The account with this log-in name, disabled ones too; undefined when there is none. */
export async function findAccountForLogin(db: Db, name: string): Promise<AccountForLogin | undefined> {
  const row = await db.selectFrom('account').selectAll().where('name', '=', name).executeTakeFirst();
  return row && { ...toAccount(row), passwordHash: row.password_hash };
}

/** The account with this id, disabled ones too, with what a check of its password needs; undefined when there is none. */
export async function findAccountById(db: Db, id: string): Promise<AccountForLogin | undefined> {
  const row = await db.selectFrom('account').selectAll().where('id', '=', id).executeTakeFirst();
  return row && { ...toAccount(row), passwordHash: row.password_hash };
}

/** How many accounts may sign in as admins. */
export async function countEnabledAdmins(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('account')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('role', '=', 'admin')
    .where('is_disabled', '=', 0)
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** Gives an account another role, from its next request on. True when it exists. */
export async function updateAccountRole(
  db: Db,
  input: { readonly id: string; readonly role: Role },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('account')
    .set({ role: input.role })
    .where('id', '=', input.id)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Gives an account another password. True when it exists. */
export async function updateAccountPassword(
  db: Db,
  input: { readonly id: string; readonly passwordHash: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('account')
    .set({ password_hash: input.passwordHash })
    .where('id', '=', input.id)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** All accounts in the order of their names. */
export async function listAccounts(db: Db): Promise<readonly Account[]> {
  const rows = await db.selectFrom('account').selectAll().orderBy('name').execute();
  return rows.map(toAccount);
}

/** Lets an account sign in again, or no longer; ends its sessions when disabled. True when it exists. */
export async function updateAccountDisabled(
  db: Db,
  input: { readonly name: string; readonly isDisabled: boolean },
): Promise<boolean> {
  const account = await db
    .updateTable('account')
    .set({ is_disabled: Number(input.isDisabled) })
    .where('name', '=', input.name)
    .returning('id')
    .executeTakeFirst();
  if (account && input.isDisabled) {
    await db.deleteFrom('session').where('account_id', '=', account.id).execute();
  }
  return account !== undefined;
}

interface AccountRow {
  readonly id: string;
  readonly name: string;
  readonly display_name: string;
  readonly role: string;
  readonly is_disabled: number;
}

/**
 * The account of a row.
 * @throws {z.ZodError} when the stored role is none of ours
 */
export function toAccount(row: AccountRow): Account {
  return {
    id: row.id,
    name: row.name,
    displayName: row.display_name,
    role: roleSchema.parse(row.role),
    isDisabled: row.is_disabled === 1,
  };
}

function toColumns(account: AccountForLogin) {
  return {
    name: account.name,
    display_name: account.displayName,
    role: account.role,
    password_hash: account.passwordHash,
    is_disabled: Number(account.isDisabled),
  };
}
