import type { Db } from '#db/dialect.ts';

/** Which paper form; the serial is the number written on it. */
export interface FormKey {
  readonly roundId: string;
  readonly serial: string;
}

/** A form as one account keyed it; what it says is sealed. */
export interface StoredEntry {
  readonly accountId: string;
  readonly batch: string;
  readonly sealed: string;
  /** ISO-8601 UTC. */
  readonly keyedAt: string;
}

/** A form that is not settled yet. */
export interface OpenForm {
  readonly serial: string;
  readonly entries: readonly StoredEntry[];
}

/** Stores what an account keyed, in place of what it keyed for the same form before. */
export async function upsertKeyedEntry(
  db: Db,
  { entry, ...form }: FormKey & { readonly entry: StoredEntry },
) {
  const values = { batch: entry.batch, sealed: entry.sealed, keyed_at: entry.keyedAt };
  await db
    .insertInto('keyed_entry')
    .values({ round_id: form.roundId, serial: form.serial, account_id: entry.accountId, ...values })
    .onConflict((conflict) => conflict.columns(['round_id', 'serial', 'account_id']).doUpdateSet(values))
    .execute();
}

/** The entries of one form, the first keyed first; empty when nobody keyed it, or once it is settled. */
export async function listKeyedEntries(db: Db, form: FormKey): Promise<readonly StoredEntry[]> {
  const rows = await selectEntries(db, form.roundId).where('serial', '=', form.serial).execute();
  return rows.map(toEntry);
}

/** Every form of a round that is not settled, with its entries, in the order of the serials as numbers. */
export async function listOpenForms(db: Db, roundId: string): Promise<readonly OpenForm[]> {
  const rows = await selectEntries(db, roundId).execute();
  const forms = new Map<string, StoredEntry[]>();
  for (const row of rows) {
    const entries = forms.get(row.serial);
    if (entries) entries.push(toEntry(row));
    else forms.set(row.serial, [toEntry(row)]);
  }
  return [...forms]
    .map(([serial, entries]) => ({ serial, entries }))
    .sort((a, b) => Number(a.serial) - Number(b.serial));
}

/** Deletes what an account keyed for a form. @returns false when there was nothing, or not any more */
export async function deleteKeyedEntry(
  db: Db,
  { roundId, serial, accountId }: FormKey & { readonly accountId: string },
): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('keyed_entry')
    .where('round_id', '=', roundId)
    .where('serial', '=', serial)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** How many forms of a round are keyed and not settled: those that finalising would lose. */
export async function countOpenForms(db: Db, roundId: string): Promise<number> {
  const { n } = await db
    .selectFrom('keyed_entry')
    .select(({ fn }) => fn.count<number>('serial').distinct().as('n'))
    .where('round_id', '=', roundId)
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** Deletes all entries of a form. @returns false when there were none, or not any more */
export async function deleteKeyedForm(db: Db, { roundId, serial }: FormKey): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('keyed_entry')
    .where('round_id', '=', roundId)
    .where('serial', '=', serial)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

const selectEntries = (db: Db, roundId: string) =>
  db
    .selectFrom('keyed_entry')
    .select(['serial', 'account_id', 'batch', 'sealed', 'keyed_at'])
    .where('round_id', '=', roundId)
    .orderBy('serial')
    .orderBy('keyed_at')
    .orderBy('account_id');

const toEntry = (row: {
  readonly account_id: string;
  readonly batch: string;
  readonly sealed: string;
  readonly keyed_at: string;
}): StoredEntry => ({
  accountId: row.account_id,
  batch: row.batch,
  sealed: row.sealed,
  keyedAt: row.keyed_at,
});
