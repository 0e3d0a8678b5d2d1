import type { AppLoadContext } from '@remix-run/node';
import { landingPage, localPath } from '#app/features/login/landing-page.ts';
import { sealLoginStep } from '#app/features/login/login-step.server.ts';
import { openSession } from '#app/features/login/open-session.server.ts';
import { audit } from '#app/fielding/audit/audit.ts';
import { takePasswordAttempt } from '#app/web/log-in/login-attempts.ts';
import { isRightPassword } from '#app/web/log-in/password.ts';
import { findAccountForLogin, maximumLoginName } from '#db/queries/account.ts';
import { findTotp } from '#db/queries/second-step.ts';
import { inTransaction } from '#db/transaction.ts';

/** Where to go on with which cookie, or why not. */
export type LogInResult =
  | { readonly kind: 'go_on'; readonly to: string; readonly cookie: string }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'throttled' };

interface Credentials {
  readonly name: string;
  readonly password: string;
  /** The address to go on to; empty or elsewhere means the account's first page. */
  readonly next: string;
}

/** Checks a name and password; opens a session, or the second step where the account has one. */
export async function logIn(
  request: Request,
  context: AppLoadContext,
  input: Credentials,
): Promise<LogInResult> {
  const { db, loginThrottle } = context.services;
  const attempt = { loginName: input.name, step: 'password', by: null } as const;
  if (!(await takePasswordAttempt(context, attempt))) return { kind: 'throttled' };
  const isPossible = input.name.length <= maximumLoginName;
  const account = isPossible ? await findAccountForLogin(db, input.name) : undefined;
  const isRight = isPossible && (await isRightPassword(account?.passwordHash, input.password));
  if (!account || account.isDisabled || !isRight) {
    // An unknown name is not written down: it may be a password that was typed into the wrong field.
    const on = account ? ({ type: 'account', id: account.id } as const) : null;
    const detail = { step: 'password', isDisabled: account?.isDisabled ?? false };
    await audit(context.services, db, { by: null, action: 'session.refused', on, detail });
    return { kind: 'wrong' };
  }
  await loginThrottle.clear(input.name, context.clientIp);
  const next = localPath(input.next);
  if ((await findTotp(db, account.id))?.isConfirmed) {
    return { kind: 'go_on', to: '/login/code', cookie: await sealLoginStep(context, { account, next }) };
  }
  const cookie = await inTransaction(db, (tx) => openSession(tx, context, { request, account, steps: 1 }));
  return { kind: 'go_on', to: next ?? landingPage(account.role), cookie };
}
