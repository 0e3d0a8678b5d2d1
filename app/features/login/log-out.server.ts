import type { AppLoadContext } from '@remix-run/node';
import { audit } from '#app/fielding/audit/audit.ts';
import { findAccount, findSessionHash } from '#app/web/log-in/find-account.ts';
import { sessionCookie } from '#app/web/log-in/session-cookie.ts';
import { deleteSession } from '#db/queries/session.ts';
import { inTransaction } from '#db/transaction.ts';

/** Ends the session on the server and returns the header that forgets it in the browser. */
export async function logOut(request: Request, context: AppLoadContext): Promise<string> {
  const { db, isSecure } = context.services;
  const tokenHash = await findSessionHash(request, context);
  const account = await findAccount(request, context);
  await inTransaction(db, async (tx) => {
    if (tokenHash !== undefined) await deleteSession(tx, tokenHash);
    if (!account) return;
    const on = { type: 'account', id: account.id } as const;
    await audit(context.services, tx, { by: account, action: 'session.ended', on });
  });
  return sessionCookie(isSecure).serialize('', { maxAge: 0 });
}
