import type { AppLoadContext } from '@remix-run/node';
import { sessionCookie } from '#app/.server/session-cookie.ts';
import { deleteSession } from '#db/queries/session.ts';

/** Ends the session on the server and returns the header that forgets it in the browser. */
export async function logOut(request: Request, context: AppLoadContext): Promise<string> {
  const { db, secrets, isSecure } = context.services;
  const cookie = sessionCookie(isSecure);
  const token: unknown = await cookie.parse(request.headers.get('Cookie'));
  if (typeof token === 'string') await deleteSession(db, secrets.sessionHash(token));
  return cookie.serialize('', { maxAge: 0 });
}
