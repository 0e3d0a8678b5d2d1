import { verify } from '@node-rs/argon2';
import type { AppLoadContext } from '@remix-run/node';
import { randomToken } from '#app/.server/secrets.ts';
import { sessionDurationMs } from '#app/.server/session-cookie.ts';
import { findAccountForLogin } from '#db/queries/account.ts';
import { insertSession } from '#db/queries/session.ts';

export type LogInResult =
  | { readonly kind: 'logged_in'; readonly token: string; readonly role: string }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'throttled' };

/** Hash of no password: checked for unknown names, so that the answer takes as long as for known ones. */
const unknownAccountHash =
  '$argon2id$v=19$m=19456,t=2,p=1$a29lYmFrby1uby1hY2NvdW50$Kkk3y2Dx5d7BQzRQpRuSbRbYk0a0fH0nq3uGzXh1pjs';

/** Checks a name and password and opens a session. */
export async function logIn(
  context: AppLoadContext,
  input: { readonly name: string; readonly password: string },
): Promise<LogInResult> {
  const { db, loginThrottle, secrets, now } = context.services;
  if (await loginThrottle.isBlocked(input.name, context.clientIp)) return { kind: 'throttled' };
  const account = await findAccountForLogin(db, input.name);
  const isRight = await verify(account?.passwordHash ?? unknownAccountHash, input.password);
  if (!account || account.isDisabled || !isRight) {
    await loginThrottle.recordFailure(input.name, context.clientIp);
    return { kind: 'wrong' };
  }
  await loginThrottle.clear(input.name, context.clientIp);
  const token = randomToken();
  const createdAt = now();
  await insertSession(db, {
    tokenHash: secrets.sessionHash(token),
    accountId: account.id,
    createdAt: createdAt.toISOString(),
    expiresAt: new Date(createdAt.getTime() + sessionDurationMs).toISOString(),
  });
  return { kind: 'logged_in', token, role: account.role };
}
