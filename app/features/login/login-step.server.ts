import type { AppLoadContext } from '@remix-run/node';
import { z } from 'zod';
import { loginStepCookie, loginStepDurationMs } from '#app/web/log-in/session-cookie.ts';
import { type AccountForLogin, findAccountById } from '#db/queries/account.ts';

const loginStepSchema = z.strictObject({
  accountId: z.string(),
  next: z.string().nullable(),
  expiresAt: z.string(),
});

/** The header that keeps a log-in, whose password was right, until its code comes. */
export async function sealLoginStep(
  context: AppLoadContext,
  { account, next }: { readonly account: AccountForLogin; readonly next: string | undefined },
): Promise<string> {
  const { secrets, now, isSecure } = context.services;
  const step: z.input<typeof loginStepSchema> = {
    accountId: account.id,
    next: next ?? null,
    expiresAt: new Date(now().getTime() + loginStepDurationMs).toISOString(),
  };
  return loginStepCookie(isSecure).serialize(secrets.seal('login-step', 'browser', JSON.stringify(step)));
}

/** The log-in that waits for its code; undefined without one, after five minutes, or when disabled meanwhile. */
export async function findLoginStep(
  request: Request,
  context: AppLoadContext,
): Promise<{ readonly account: AccountForLogin; readonly next: string | null } | undefined> {
  const { db, secrets, isSecure, now } = context.services;
  const sealed: unknown = await loginStepCookie(isSecure).parse(request.headers.get('Cookie'));
  if (typeof sealed !== 'string') return undefined;
  const step = openStep(() => secrets.open('login-step', 'browser', sealed));
  if (!step || step.expiresAt <= now().toISOString()) return undefined;
  const account = await findAccountById(db, step.accountId);
  return account && !account.isDisabled ? { account, next: step.next } : undefined;
}

/** What a cookie holds; undefined when anybody but this server wrote it. */
function openStep(open: () => string): z.output<typeof loginStepSchema> | undefined {
  try {
    return loginStepSchema.parse(JSON.parse(open()));
  } catch {
    return undefined;
  }
}

/** The header that forgets the log-in under way. */
export const forgetLoginStep = (context: AppLoadContext): Promise<string> =>
  loginStepCookie(context.services.isSecure).serialize('', { maxAge: 0 });
