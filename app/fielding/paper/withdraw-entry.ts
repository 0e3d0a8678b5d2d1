import { audit } from '#app/fielding/audit/audit.ts';
import { holdingForms } from '#app/fielding/paper/accept-form.ts';
import type { Services } from '#app/fielding/services.ts';
import type { Account } from '#db/queries/account.ts';
import { deleteKeyedEntry, listKeyedEntries } from '#db/queries/keyed-entry.ts';
import { parseSerial } from '#surveys/paper/import-row.ts';
import type { Round } from '#surveys/round/round.ts';

export type WithdrawResult =
  | { readonly kind: 'withdrawn'; readonly serial: string; readonly isOwn: boolean }
  | { readonly kind: 'refused'; readonly refusal: WithdrawRefusal };

export interface WithdrawRefusal {
  readonly kind: 'no_serial' | 'not_keyed' | 'keyed_by_two';
}

const refused = (kind: WithdrawRefusal['kind']): WithdrawResult => ({ kind: 'refused', refusal: { kind } });

/**
 * Deletes an entry that was keyed by mistake: one's own at any time before the form is settled, somebody
 * else's as long as it is the only one of its form. The serial is as somebody typed it.
 */
export async function withdrawEntry(
  services: Services,
  { by, round, typedSerial }: { readonly by: Account; readonly round: Round; readonly typedSerial: string },
): Promise<WithdrawResult> {
  const serial = parseSerial(typedSerial);
  if (serial === undefined) return refused('no_serial');
  const form = { roundId: round.id, serial };
  return holdingForms(services, round, async ({ tx }): Promise<WithdrawResult> => {
    const entries = await listKeyedEntries(tx, form);
    const own = entries.find(({ accountId }) => accountId === by.id);
    const entry = own ?? entries[0];
    if (!own && entries.length > 1) return refused('keyed_by_two');
    if (!entry || !(await deleteKeyedEntry(tx, { ...form, accountId: entry.accountId }))) {
      return refused('not_keyed');
    }
    const action = own ? 'paper.taken_back' : 'paper.discarded';
    const on = { type: 'round', id: round.id } as const;
    await audit(services, tx, { by, action, on, detail: { paperSerial: serial } });
    return { kind: 'withdrawn', serial, isOwn: own !== undefined };
  });
}
