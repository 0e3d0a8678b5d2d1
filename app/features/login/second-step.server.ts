import type { AppLoadContext } from '@remix-run/node';
import { landingPage } from '#app/features/login/landing-page.ts';
import { findLoginStep, forgetLoginStep } from '#app/features/login/login-step.server.ts';
import { openSession } from '#app/features/login/open-session.server.ts';
import { audit } from '#app/fielding/audit/audit.ts';
import { takeCodeAttempt } from '#app/web/log-in/login-attempts.ts';
import { findTotpStep, normalizeRecoveryCode } from '#app/web/log-in/totp.ts';
import type { Db } from '#db/dialect.ts';
import type { AccountForLogin } from '#db/queries/account.ts';
import { findTotp, nRecoveryCodes, useRecoveryCode, useTotpStep } from '#db/queries/second-step.ts';
import { inTransaction } from '#db/transaction.ts';

export type SecondStepResult =
  | { readonly kind: 'go_on'; readonly to: string; readonly cookies: readonly string[] }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'throttled' }
  | { readonly kind: 'expired' };

/** Checks the code of a log-in's second step, from the app or from the list of recovery codes; opens the session. */
export async function takeSecondStep(
  request: Request,
  context: AppLoadContext,
  code: string,
): Promise<SecondStepResult> {
  const { db, loginThrottle } = context.services;
  const step = await findLoginStep(request, context);
  if (!step) return { kind: 'expired' };
  const { account, next } = step;
  if (!(await takeCodeAttempt(context, { account, step: 'code', by: null }))) return { kind: 'throttled' };
  const cookie = await inTransaction(db, async (tx) => {
    const isRight = await useCode(tx, context, { account, code });
    if (isRight) return openSession(tx, context, { request, account, steps: 2 });
    const on = { type: 'account', id: account.id } as const;
    await audit(context.services, tx, { by: null, action: 'session.refused', on, detail: { step: 'code' } });
    return undefined;
  });
  if (cookie === undefined) return { kind: 'wrong' };
  await loginThrottle.clearSteps(account.id);
  const cookies = [cookie, await forgetLoginStep(context)];
  return { kind: 'go_on', to: next ?? landingPage(account.role), cookies };
}

/** Uses up a code. False when it is wrong or was used before. */
async function useCode(
  tx: Db,
  context: AppLoadContext,
  { account, code }: { readonly account: AccountForLogin; readonly code: string },
): Promise<boolean> {
  const { secrets, now } = context.services;
  const totp = await findTotp(tx, account.id);
  if (!totp?.isConfirmed) return false;
  const step = findTotpStep(secrets.open('totp', account.id, totp.sealedSecret), code, now());
  if (step !== undefined) return useTotpStep(tx, { accountId: account.id, step });
  const codeHash = secrets.recoveryCodeHash(account.id, normalizeRecoveryCode(code));
  if (!(await useRecoveryCode(tx, { accountId: account.id, codeHash }))) return false;
  const nLeft = await nRecoveryCodes(tx, account.id);
  const on = { type: 'account', id: account.id } as const;
  await audit(context.services, tx, {
    by: account,
    action: 'account.recovery_code_used',
    on,
    detail: { nLeft },
  });
  return true;
}
