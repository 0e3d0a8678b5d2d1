import type { AppLoadContext } from '@remix-run/node';
import { sessionCookie } from '#app/web/log-in/session-cookie.ts';
import type { Account } from '#db/queries/account.ts';
import { findSessionAccount, touchSession } from '#db/queries/session.ts';

/** A session is noted as used at most this often, so that reading a page seldom writes. */
const touchEveryMs = 60_000;

/** The hash under which the request's session is stored; undefined without a session cookie. */
export async function findSessionHash(
  request: Pick<Request, 'headers'>,
  context: Pick<AppLoadContext, 'services'>,
): Promise<string | undefined> {
  const { secrets, isSecure } = context.services;
  const token: unknown = await sessionCookie(isSecure).parse(request.headers.get('Cookie'));
  return typeof token === 'string' ? secrets.sessionHash(token) : undefined;
}

/** The account of the request's session, read anew each time; undefined without a valid one. */
export async function findAccount(
  request: Pick<Request, 'headers'>,
  context: Pick<AppLoadContext, 'services'>,
): Promise<Account | undefined> {
  const { db, now } = context.services;
  const tokenHash = await findSessionHash(request, context);
  if (tokenHash === undefined) return undefined;
  const instant = now();
  const session = await findSessionAccount(db, { tokenHash, now: instant.toISOString() });
  if (!session) return undefined;
  if (instant.getTime() - Date.parse(session.lastSeenAt) >= touchEveryMs) {
    await touchSession(db, { tokenHash, now: instant.toISOString() });
  }
  return session.account;
}
