import type { AppLoadContext } from '@remix-run/node';
import { z } from 'zod';
import { checkOwnPassword } from '#app/features/account/own-password.server.ts';
import { audit } from '#app/fielding/audit/audit.ts';
import { getForm } from '#app/web/form.ts';
import { findSessionHash } from '#app/web/log-in/find-account.ts';
import { type FieldProblem, newPasswordProblem, newPasswordSchema } from '#app/web/log-in/new-password.ts';
import { hashPassword } from '#app/web/log-in/password.ts';
import { withdrawLink } from '#app/web/log-in/withdraw-links.ts';
import { type Account, updateAccountPassword } from '#db/queries/account.ts';
import { deleteSessionsOf } from '#db/queries/session.ts';
import { inTransaction } from '#db/transaction.ts';

const changeSchema = newPasswordSchema.extend({ password: z.string() });

/** Changes one's own password with the old one, and ends one's other sessions. */
export async function changePassword(
  request: Request,
  context: AppLoadContext,
  by: Account,
): Promise<{ readonly kind: 'changed' } | FieldProblem> {
  const { password, ...chosen } = getForm(changeSchema, context.form);
  const problem = newPasswordProblem(chosen, by);
  if (problem) return problem;
  const refused = await checkOwnPassword(context, { account: by, password });
  if (refused) return refused;
  const passwordHash = await hashPassword(chosen['new-password']);
  const except = await findSessionHash(request, context);
  await inTransaction(context.services.db, async (tx) => {
    await updateAccountPassword(tx, { id: by.id, passwordHash });
    const nEnded = await deleteSessionsOf(tx, { accountId: by.id, except });
    // Somebody who holds a link to a new password could otherwise undo this one.
    await withdrawLink(tx, context, { by, name: by.name });
    const on = { type: 'account', id: by.id } as const;
    await audit(context.services, tx, { by, action: 'account.password_changed', on, detail: { nEnded } });
  });
  return { kind: 'changed' };
}
