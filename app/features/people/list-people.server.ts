import type { AppLoadContext } from '@remix-run/node';
import { z } from 'zod';
import { getForm } from '#app/web/form.ts';
import { withdrawLink } from '#app/web/log-in/withdraw-links.ts';
import { type Account, listAccounts } from '#db/queries/account.ts';
import { listInvitations } from '#db/queries/invitation.ts';
import { listTotpAccounts } from '#db/queries/second-step.ts';
import { inTransaction } from '#db/transaction.ts';

/** An account as the admin's list shows it. */
export interface Person extends Account {
  readonly hasSecondStep: boolean;
}

/** Everyone who has an account, and the links that wait to be used. */
export async function listPeople(context: AppLoadContext) {
  const { db, now } = context.services;
  const instant = now().toISOString();
  const withSecondStep = await listTotpAccounts(db);
  const invitations = await listInvitations(db);
  return {
    people: (await listAccounts(db)).map(
      (account): Person => ({ ...account, hasSecondStep: withSecondStep.has(account.id) }),
    ),
    invitations: invitations.map(({ accountId, name, displayName, role, expiresAt }) => ({
      name,
      displayName,
      role,
      expiresAt,
      isForPassword: accountId !== null,
      isExpired: expiresAt <= instant,
    })),
  };
}

const withdrawSchema = z.strictObject({ withdraw: z.string() });

/** Withdraws the link for the form's log-in name; one that is gone is no error. */
export async function withdrawInvitation(context: AppLoadContext, by: Account): Promise<void> {
  const { withdraw: name } = getForm(withdrawSchema, context.form);
  await inTransaction(context.services.db, (tx) => withdrawLink(tx, context, { by, name }));
}
