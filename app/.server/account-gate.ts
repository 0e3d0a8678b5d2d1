import { type AppLoadContext, redirect } from '@remix-run/node';
import { sessionCookie } from '#app/.server/session-cookie.ts';
import type { Account, Role } from '#db/queries/account.ts';
import { findSessionAccount } from '#db/queries/session.ts';

/** The account of the request's session, or undefined without a valid one. */
export async function findAccount(
  request: Pick<Request, 'headers'>,
  context: Pick<AppLoadContext, 'services'>,
): Promise<Account | undefined> {
  const { db, secrets, isSecure, now } = context.services;
  const token: unknown = await sessionCookie(isSecure).parse(request.headers.get('Cookie'));
  if (typeof token !== 'string') return undefined;
  return findSessionAccount(db, { tokenHash: secrets.sessionHash(token), now: now().toISOString() });
}

/**
 * The signed-in account with one of the roles; admins may do everything.
 * @throws {Response} a redirect to the log-in without a session, 403 with another role
 */
export async function requireAccount(
  request: Request,
  context: AppLoadContext,
  roles: readonly Role[],
): Promise<Account> {
  const account = await findAccount(request, context);
  if (!account) {
    const { pathname, search } = new URL(request.url);
    throw redirect(`/login?next=${encodeURIComponent(pathname + search)}`);
  }
  if (account.role !== 'admin' && !roles.includes(account.role)) throw new Response(null, { status: 403 });
  return account;
}
