import type { AppLoadContext } from '@remix-run/node';
import { audit } from '#app/fielding/audit/audit.ts';
import { getForm } from '#app/web/form.ts';
import { type FieldProblem, newPasswordProblem, newPasswordSchema } from '#app/web/log-in/new-password.ts';
import { hashPassword } from '#app/web/log-in/password.ts';
import type { Db } from '#db/dialect.ts';
import {
  findAccountById,
  findAccountForLogin,
  insertAccount,
  updateAccountPassword,
} from '#db/queries/account.ts';
import { findInvitation, type Invitation, takeInvitation } from '#db/queries/invitation.ts';
import { deleteSessionsOf } from '#db/queries/session.ts';
import { inTransaction } from '#db/transaction.ts';

const gone = () => new Response('invitation', { status: 410 });

/** The link of this address. @throws {Response} 410 when unknown, used, withdrawn or expired */
export async function getInvitation(context: AppLoadContext, token: string | undefined): Promise<Invitation> {
  const { db, secrets, now } = context.services;
  const tokenHash = secrets.invitationHash(token ?? '');
  const invitation = await findInvitation(db, { tokenHash, now: now().toISOString() });
  if (!invitation) throw gone();
  return invitation;
}

export type JoinResult = { readonly kind: 'joined' } | FieldProblem;

/**
 * Takes a link once: makes its account with the password chosen, or gives its account the new password.
 * @throws {Response} 410 when somebody else was quicker
 */
export async function join(context: AppLoadContext, invitation: Invitation): Promise<JoinResult> {
  const { db, now } = context.services;
  const chosen = getForm(newPasswordSchema, context.form);
  const problem = newPasswordProblem(chosen, invitation);
  if (problem) return problem;
  const passwordHash = await hashPassword(chosen['new-password']);
  await inTransaction(db, async (tx) => {
    const { tokenHash } = invitation;
    const taken = await takeInvitation(tx, { tokenHash, now: now().toISOString() });
    if (!taken) throw gone();
    await (taken.accountId === null
      ? makeAccount(tx, context, { invitation: taken, passwordHash })
      : resetPassword(tx, context, { accountId: taken.accountId, passwordHash }));
  });
  return { kind: 'joined' };
}

async function makeAccount(
  tx: Db,
  context: AppLoadContext,
  { invitation, passwordHash }: { readonly invitation: Invitation; readonly passwordHash: string },
): Promise<void> {
  const { name, displayName, role } = invitation;
  // The command line may have made it meanwhile.
  if (await findAccountForLogin(tx, name)) throw gone();
  const account = { id: context.services.randomness.newId(), name, displayName, role, isDisabled: false };
  await insertAccount(tx, { ...account, passwordHash });
  const on = { type: 'account', id: account.id } as const;
  await audit(context.services, tx, { by: account, action: 'account.joined', on, detail: { name, role } });
}

async function resetPassword(
  tx: Db,
  context: AppLoadContext,
  { accountId, passwordHash }: { readonly accountId: string; readonly passwordHash: string },
): Promise<void> {
  const account = await findAccountById(tx, accountId);
  if (!account || account.isDisabled) throw gone();
  await updateAccountPassword(tx, { id: accountId, passwordHash });
  const nEnded = await deleteSessionsOf(tx, { accountId });
  const on = { type: 'account', id: accountId } as const;
  const detail = { byLink: true, nEnded };
  await audit(context.services, tx, { by: account, action: 'account.password_changed', on, detail });
}
