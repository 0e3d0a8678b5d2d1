import type { AppLoadContext } from '@remix-run/node';
import { audit } from '#app/fielding/audit/audit.ts';
import { randomToken } from '#app/fielding/secrets.ts';
import { classifyAddress, describeDevice } from '#app/web/log-in/client-description.ts';
import { sessionCookie, sessionDurationMs } from '#app/web/log-in/session-cookie.ts';
import type { Db } from '#db/dialect.ts';
import type { Account } from '#db/queries/account.ts';
import { deleteExpiredSessions, insertSession } from '#db/queries/session.ts';

/** Opens a session in the log-in's transaction and returns the header that hands it to the browser. */
export async function openSession(
  tx: Db,
  context: AppLoadContext,
  {
    request,
    account,
    steps,
  }: { readonly request: Request; readonly account: Account; readonly steps: 1 | 2 },
): Promise<string> {
  const { secrets, now, isSecure } = context.services;
  const token = randomToken();
  const createdAt = now();
  const device = describeDevice(request.headers.get('User-Agent'));
  await deleteExpiredSessions(tx, createdAt.toISOString());
  await insertSession(tx, {
    tokenHash: secrets.sessionHash(token),
    accountId: account.id,
    createdAt: createdAt.toISOString(),
    expiresAt: new Date(createdAt.getTime() + sessionDurationMs).toISOString(),
    lastSeenAt: createdAt.toISOString(),
    device,
    addressClass: classifyAddress(context.clientIp),
  });
  const on = { type: 'account', id: account.id } as const;
  await audit(context.services, tx, { by: account, action: 'session.opened', on, detail: { device, steps } });
  return sessionCookie(isSecure).serialize(token);
}
