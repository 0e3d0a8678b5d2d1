import type { AppLoadContext } from '@remix-run/node';
import {
  checkOwnPassword,
  type FieldProblem,
  refuseField,
} from '#app/features/account/own-password.server.ts';
import { audit } from '#app/fielding/audit/audit.ts';
import { findSessionHash } from '#app/web/log-in/find-account.ts';
import { hashPassword, passwordProblem } from '#app/web/log-in/password.ts';
import { withdrawLink } from '#app/web/log-in/withdraw-links.ts';
import { type Account, updateAccountPassword } from '#db/queries/account.ts';
import { deleteSessionsOf } from '#db/queries/session.ts';
import { inTransaction } from '#db/transaction.ts';

/** Changes one's own password with the old one, and ends one's other sessions. */
export async function changePassword(
  request: Request,
  context: AppLoadContext,
  by: Account,
): Promise<{ readonly kind: 'changed' } | FieldProblem> {
  const { form } = context;
  const password = form.get('new-password') ?? '';
  const problem = passwordProblem(password, by);
  if (problem !== undefined) return refuseField('new-password', problem);
  if (password !== form.get('new-password-again')) {
    return refuseField('new-password-again', '2回の入力が一致しません。');
  }
  const refused = await checkOwnPassword(context, by);
  if (refused) return refused;
  const passwordHash = await hashPassword(password);
  const except = await findSessionHash(request, context);
  await inTransaction(context.services.db, async (tx) => {
    await updateAccountPassword(tx, { id: by.id, passwordHash });
    const nEnded = await deleteSessionsOf(tx, { accountId: by.id, except });
    // Whoever holds a link to a new password could otherwise undo this one.
    await withdrawLink(tx, context, { by, name: by.name });
    const on = { type: 'account', id: by.id } as const;
    await audit(context.services, tx, { by, action: 'account.password_changed', on, detail: { nEnded } });
  });
  return { kind: 'changed' };
}
