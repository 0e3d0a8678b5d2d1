import type { AppLoadContext } from '@remix-run/node';
import { audit } from '#app/fielding/audit/audit.ts';
import { type Account, findAccountForLogin } from '#db/queries/account.ts';

interface Attempt {
  /** What it is at, as the audit log names it. */
  readonly step: 'password' | 'own-password' | 'code' | 'own-code';
  /** Who is signed in already. */
  readonly by: Account | null;
}

/** Counts an attempt at a password. False when there were too many; the first of those is written down. */
export async function takePasswordAttempt(
  context: AppLoadContext,
  { loginName, ...attempt }: Attempt & { readonly loginName: string },
): Promise<boolean> {
  const { db, loginThrottle } = context.services;
  const verdict = await loginThrottle.takeAttempt(loginName, context.clientIp);
  if (verdict.isAllowed || !verdict.isFirst) return verdict.isAllowed;
  // An address is never written down, and it is no fault of the account that was tried from there last.
  const account = verdict.limit === 'account' ? await findAccountForLogin(db, loginName) : undefined;
  await noteLimit(context, { ...attempt, account, limit: verdict.limit });
  return false;
}

/** Counts an attempt at a code of the second step. False when there were too many; the first of those is written down. */
export async function takeCodeAttempt(
  context: AppLoadContext,
  { account, ...attempt }: Attempt & { readonly account: Account },
): Promise<boolean> {
  const verdict = await context.services.loginThrottle.takeStepAttempt(account.id);
  if (verdict.isAllowed || !verdict.isFirst) return verdict.isAllowed;
  await noteLimit(context, { ...attempt, account, limit: verdict.limit });
  return false;
}

interface ReachedLimit extends Attempt {
  /** Undefined for an unknown name, which is not written down: it may be a password in the wrong field. */
  readonly account: Account | undefined;
  readonly limit: 'account' | 'address';
}

async function noteLimit(context: AppLoadContext, { account, by, step, limit }: ReachedLimit): Promise<void> {
  const on = account ? ({ type: 'account', id: account.id } as const) : null;
  await audit(context.services, context.services.db, {
    by,
    action: 'session.throttled',
    on,
    detail: { step, limit },
  });
}
