import type { AppLoadContext } from '@remix-run/node';
import { z } from 'zod';
import { audit } from '#app/fielding/audit/audit.ts';
import { getForm } from '#app/web/form.ts';
import { findSessionHash } from '#app/web/log-in/find-account.ts';
import type { Account } from '#db/queries/account.ts';
import { findTotp } from '#db/queries/second-step.ts';
import { type AddressClass, deleteSessionsOf, listSessions } from '#db/queries/session.ts';
import { inTransaction } from '#db/transaction.ts';

/** A place where one is signed in, as the account page lists it. */
export interface OwnSession {
  readonly id: string;
  readonly device: string;
  readonly addressClass: AddressClass;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly isThisOne: boolean;
}

/** What one's own account page shows. */
export async function loadAccountPage(request: Request, context: AppLoadContext, account: Account) {
  const { db, now } = context.services;
  const here = await findSessionHash(request, context);
  const sessions = await listSessions(db, { accountId: account.id, now: now().toISOString() });
  return {
    hasSecondStep: (await findTotp(db, account.id))?.isConfirmed ?? false,
    sessions: sessions.map(
      ({ tokenHash, device, addressClass, createdAt, lastSeenAt }): OwnSession => ({
        id: tokenHash,
        device,
        addressClass,
        createdAt,
        lastSeenAt,
        isThisOne: tokenHash === here,
      }),
    ),
  };
}

/** The session to end, or `others` for all but this one. */
const revokeSchema = z.strictObject({ session: z.string() });

/** Ends one of one's own sessions, or all but this one. */
export async function revokeSessions(request: Request, context: AppLoadContext, by: Account): Promise<void> {
  const { session: chosen } = getForm(revokeSchema, context.form);
  const here = await findSessionHash(request, context);
  await inTransaction(context.services.db, async (tx) => {
    const which = chosen === 'others' ? { except: here } : { only: chosen };
    const nEnded = await deleteSessionsOf(tx, { accountId: by.id, ...which });
    const on = { type: 'account', id: by.id } as const;
    if (nEnded > 0)
      await audit(context.services, tx, { by, action: 'session.revoked', on, detail: { nEnded } });
  });
}
