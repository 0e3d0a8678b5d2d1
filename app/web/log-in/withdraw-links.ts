import type { AppLoadContext } from '@remix-run/node';
import { audit } from '#app/fielding/audit/audit.ts';
import type { Db } from '#db/dialect.ts';
import type { Account } from '#db/queries/account.ts';
import { deleteInvitation, deleteInvitationsMadeBy } from '#db/queries/invitation.ts';

/** Withdraws the link for a log-in name: an invitation, or a new password's; one that is gone is no error. */
export async function withdrawLink(
  tx: Db,
  context: AppLoadContext,
  { by, name }: { readonly by: Account; readonly name: string },
): Promise<void> {
  if (await deleteInvitation(tx, name)) await noteWithdrawn(tx, context, { by, name });
}

/** Withdraws what an admin handed out and nobody used yet: it must not outlive the rights it was made with. */
export async function withdrawLinksOf(
  tx: Db,
  context: AppLoadContext,
  { by, admin }: { readonly by: Account; readonly admin: Account },
): Promise<void> {
  const names = await deleteInvitationsMadeBy(tx, admin.id);
  for (const name of names) await noteWithdrawn(tx, context, { by, name });
}

async function noteWithdrawn(
  tx: Db,
  context: AppLoadContext,
  { by, name }: { readonly by: Account; readonly name: string },
): Promise<void> {
  const on = { type: 'account', id: name } as const;
  await audit(context.services, tx, { by, action: 'account.invitation_withdrawn', on, detail: { name } });
}
