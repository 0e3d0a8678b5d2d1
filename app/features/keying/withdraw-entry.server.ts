import type { AppLoadContext } from '@remix-run/node';
import { audit } from '#app/fielding/audit/audit.ts';
import type { Account } from '#db/queries/account.ts';
import { deleteKeyedEntry, listKeyedEntries } from '#db/queries/keyed-entry.ts';
import { parseSerial } from '#surveys/paper/import-row.ts';
import type { Round } from '#surveys/round/round.ts';

export type WithdrawResult =
  | { readonly kind: 'withdrawn'; readonly serial: string; readonly isOwn: boolean }
  | { readonly kind: 'not_withdrawn'; readonly reason: 'no_serial' | 'not_keyed' | 'keyed_by_two' };

/**
 * Deletes an entry that was keyed by mistake: one's own at any time before the form is settled, somebody
 * else's as long as it is the only one of its form.
 */
export async function withdrawEntry(
  context: AppLoadContext,
  round: Round,
  account: Account,
): Promise<WithdrawResult> {
  const serial = parseSerial(context.form.get('serial') ?? '');
  if (serial === undefined) return { kind: 'not_withdrawn', reason: 'no_serial' };
  const key = { roundId: round.id, serial };
  return context.services.db.transaction().execute(async (tx): Promise<WithdrawResult> => {
    const entries = await listKeyedEntries(tx, key);
    const own = entries.find(({ accountId }) => accountId === account.id);
    const entry = own ?? entries[0];
    if (!own && entries.length > 1) return { kind: 'not_withdrawn', reason: 'keyed_by_two' };
    if (!entry || !(await deleteKeyedEntry(tx, { ...key, accountId: entry.accountId }))) {
      return { kind: 'not_withdrawn', reason: 'not_keyed' };
    }
    const action = own ? 'paper.taken_back' : 'paper.discarded';
    const on = { type: 'round', id: round.id } as const;
    await audit(context.services, tx, { by: account, action, on, detail: { paperSerial: serial } });
    return { kind: 'withdrawn', serial, isOwn: own !== undefined };
  });
}
