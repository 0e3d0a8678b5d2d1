import type { Services } from '#app/fielding/services.ts';
import type { Db } from '#db/dialect.ts';
import type { Account } from '#db/queries/account.ts';
import { type AuditDetail, recordAudit } from '#db/queries/audit.ts';
import type { AuditAction, AuditObjectType } from '#surveys/audit/actions.ts';

interface Audited {
  /** Who is signed in; null for a failed log-in, a command or the clock. */
  readonly by: Pick<Account, 'id' | 'name'> | null;
  readonly action: AuditAction;
  readonly on: { readonly type: AuditObjectType; readonly id: string } | null;
  /** Numbers, states, names; never answers, codes, passwords or addresses. */
  readonly detail?: AuditDetail;
}

/**
 * Writes an action into the audit log: in its transaction where it has one, as the last thing there, since
 * the next entry waits for the transaction to end.
 */
export async function audit(
  { now }: Pick<Services, 'now'>,
  tx: Db,
  { by, action, on, detail }: Audited,
): Promise<void> {
  await recordAudit(tx, {
    at: now().toISOString(),
    actor: by && { id: by.id, name: by.name },
    action,
    object: on,
    detail: detail ?? {},
  });
}
