import type { Db } from '#db/dialect.ts';
import { inTransaction } from '#db/transaction.ts';

/** The second step of an account's log-in; the secret is sealed, and opened by the app only. */
export interface Totp {
  readonly sealedSecret: string;
  /** False until its owner has shown one code from an app. */
  readonly isConfirmed: boolean;
}

/** Keeps a new secret that is not asked for yet; replaces an unconfirmed one. False when a confirmed one stands. */
export async function insertUnconfirmedTotp(
  db: Db,
  input: { readonly accountId: string; readonly sealedSecret: string },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('account_totp')
    .values({
      account_id: input.accountId,
      sealed_secret: input.sealedSecret,
      confirmed_at: null,
      last_step: 0,
    })
    .onConflict((conflict) =>
      conflict
        .column('account_id')
        .doUpdateSet({ sealed_secret: input.sealedSecret, last_step: 0 })
        .where('account_totp.confirmed_at', 'is', null),
    )
    .executeTakeFirstOrThrow();
  return (numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** The second step of an account, confirmed or not; undefined when there is none. */
export async function findTotp(db: Db, accountId: string): Promise<Totp | undefined> {
  const row = await db
    .selectFrom('account_totp')
    .select(['sealed_secret', 'confirmed_at'])
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return row && { sealedSecret: row.sealed_secret, isConfirmed: row.confirmed_at !== null };
}

/** From now on the second step is asked for. False when there is no unconfirmed secret. */
export async function confirmTotp(
  db: Db,
  input: { readonly accountId: string; readonly step: number; readonly now: string },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('account_totp')
    .set({ confirmed_at: input.now, last_step: input.step })
    .where('account_id', '=', input.accountId)
    .where('confirmed_at', 'is', null)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Uses up the time step of a right code. False when that step, or a later one, was used before: once means once. */
export async function useTotpStep(
  db: Db,
  input: { readonly accountId: string; readonly step: number },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('account_totp')
    .set({ last_step: input.step })
    .where('account_id', '=', input.accountId)
    .where('last_step', '<', input.step)
    .executeTakeFirstOrThrow();
  return numUpdatedRows > 0n;
}

/** Ends the second step of an account and forgets its recovery codes. True when there was one. */
export function deleteTotp(db: Db, accountId: string): Promise<boolean> {
  return inTransaction(db, async (tx) => {
    await tx.deleteFrom('recovery_code').where('account_id', '=', accountId).execute();
    const { numDeletedRows } = await tx
      .deleteFrom('account_totp')
      .where('account_id', '=', accountId)
      .executeTakeFirstOrThrow();
    return numDeletedRows > 0n;
  });
}

/** The ids of accounts that are asked for a second step. */
export async function listTotpAccounts(db: Db): Promise<ReadonlySet<string>> {
  const rows = await db
    .selectFrom('account_totp')
    .select('account_id')
    .where('confirmed_at', 'is not', null)
    .execute();
  return new Set(rows.map(({ account_id }) => account_id));
}

/** Stores new recovery codes, as keyed hashes; the former ones are good no longer. */
export function replaceRecoveryCodes(
  db: Db,
  input: { readonly accountId: string; readonly codeHashes: readonly string[] },
): Promise<void> {
  return inTransaction(db, async (tx) => {
    await tx.deleteFrom('recovery_code').where('account_id', '=', input.accountId).execute();
    const rows = input.codeHashes.map((hash) => ({ account_id: input.accountId, code_hash: hash }));
    if (rows.length > 0) await tx.insertInto('recovery_code').values(rows).execute();
  });
}

/** Uses up a recovery code. False when the account has no such code, or no longer. */
export async function useRecoveryCode(
  db: Db,
  input: { readonly accountId: string; readonly codeHash: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('recovery_code')
    .where('account_id', '=', input.accountId)
    .where('code_hash', '=', input.codeHash)
    .executeTakeFirstOrThrow();
  return numDeletedRows > 0n;
}

/** How many recovery codes of an account are left. */
export async function nRecoveryCodes(db: Db, accountId: string): Promise<number> {
  const { n } = await db
    .selectFrom('recovery_code')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('account_id', '=', accountId)
    .executeTakeFirstOrThrow();
  return Number(n);
}
