import { audit } from '#app/fielding/audit/audit.ts';
import { type AcceptanceRefusal, holdingForms, openPair } from '#app/fielding/paper/accept-form.ts';
import {
  type Decisions,
  decideDifferences,
  type FieldProblem,
} from '#app/fielding/paper/decide-differences.ts';
import { type Difference, pairEntries } from '#app/fielding/paper/differences.ts';
import { getSettler, maySettle, nameEntries } from '#app/fielding/paper/load-open-forms.ts';
import type { Services } from '#app/fielding/services.ts';
import type { Db } from '#db/dialect.ts';
import type { Account } from '#db/queries/account.ts';
import { deleteKeyedForm, listOpenForms, type OpenForm } from '#db/queries/keyed-entry.ts';
import { type Settler, upsertSettler } from '#db/queries/paper-setting.ts';
import { inTransaction } from '#db/transaction.ts';
import type { Round } from '#surveys/round/round.ts';

export type SettleResult =
  | { readonly kind: 'settled' }
  | {
      readonly kind: 'invalid';
      readonly problems: readonly FieldProblem[];
      /** Questions that neither keyed, and that the decided answers ask. */
      readonly neverKeyed: readonly Difference[];
    }
  | {
      readonly kind: 'not_accepted';
      readonly outcome: AcceptanceRefusal;
      readonly neverKeyed: readonly Difference[];
    }
  | { readonly kind: 'refused'; readonly refusal: LookRefusal };

/** Why nobody may decide about a form now, or not on what they looked at. */
export interface LookRefusal {
  readonly kind: 'gone' | 'not_allowed' | 'keyed_anew';
}

/** A form that was keyed twice, as somebody looked at it. */
interface LookedAt {
  readonly by: Account;
  readonly round: Round;
  readonly serial: string;
  /** The name of the entries that were looked at. */
  readonly seen: string;
}

/** Accepts a form as somebody decided it who looked at the paper. */
export function settleForm(
  services: Services,
  { decisions, ...looked }: LookedAt & { readonly decisions: Decisions },
): Promise<SettleResult> {
  const { by, round, serial } = looked;
  return holdingForms(services, round, async ({ tx, accept }): Promise<SettleResult> => {
    const found = await findLookedAt(tx, looked);
    if (!found.ok) return { kind: 'refused', refusal: found.refusal };
    const [left, right] = openPair(services, { roundId: round.id, serial }, found.form.entries);
    if (!left || !right) return { kind: 'refused', refusal: { kind: 'gone' } };
    const pair = await pairEntries({ db: tx }, { roundId: round.id, left, right });
    const look = decideDifferences(services, { round, pair, decisions });
    if (!look.ok) return { kind: 'invalid', problems: look.problems, neverKeyed: look.neverKeyed };
    const { settled, neverKeyed } = look;
    const outcome = await accept({ serial, settled, keyed: [left, right] });
    if (outcome !== 'accepted') return { kind: 'not_accepted', outcome, neverKeyed };
    const on = { type: 'round', id: round.id } as const;
    const isWithoutCode = settled.codeHash === null && (left.codeHash ?? right.codeHash) !== null;
    const detail = { paperSerial: serial, ...(isWithoutCode && { withoutCode: true }) };
    await audit(services, tx, { by, action: 'paper.settled', on, detail });
    return { kind: 'settled' };
  });
}

export type DiscardResult =
  | { readonly kind: 'discarded' }
  | { readonly kind: 'refused'; readonly refusal: LookRefusal };

/** Deletes what was keyed for a form that is not to count. */
export function discardForm(services: Services, looked: LookedAt): Promise<DiscardResult> {
  const { by, round, serial } = looked;
  return holdingForms(services, round, async ({ tx }): Promise<DiscardResult> => {
    const found = await findLookedAt(tx, looked);
    if (!found.ok) return { kind: 'refused', refusal: found.refusal };
    await deleteKeyedForm(tx, { roundId: round.id, serial });
    const on = { type: 'round', id: round.id } as const;
    await audit(services, tx, { by, action: 'paper.discarded', on, detail: { paperSerial: serial } });
    return { kind: 'discarded' };
  });
}

type LookCheck =
  | { readonly ok: true; readonly form: OpenForm }
  | { readonly ok: false; readonly refusal: LookRefusal };

/** The form with the very entries that somebody looked at, where they may decide about it. */
async function findLookedAt(tx: Db, { by, round, serial, seen }: LookedAt): Promise<LookCheck> {
  const refuse = (kind: LookRefusal['kind']): LookCheck => ({ ok: false, refusal: { kind } });
  const form = (await listOpenForms(tx, round.id)).find((open) => open.serial === serial);
  if (!form || form.entries.length < 2) return refuse('gone');
  if (!maySettle(await getSettler({ db: tx }, round.id), form, by.id)) return refuse('not_allowed');
  return seen === nameEntries(form) ? { ok: true, form } : refuse('keyed_anew');
}

/** Says who may settle the forms of a round from now on. */
export async function changeSettler(
  services: Services,
  { by, round, settler }: { readonly by: Account; readonly round: Round; readonly settler: Settler },
): Promise<void> {
  await inTransaction(services.db, async (tx) => {
    await upsertSettler(tx, { roundId: round.id, settler });
    const on = { type: 'round', id: round.id } as const;
    await audit(services, tx, { by, action: 'paper.settler_changed', on, detail: { settler } });
  });
}
